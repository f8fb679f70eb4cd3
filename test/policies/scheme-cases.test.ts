/** A bank tests its own lines, places, pools and deferred pay by cases: each scheme has some beside it, worked by hand. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { appraise } from '../cli/appraise.ts';
import { here } from './scheme.ts';

test.each(readdirSync(here('.')))('%s', async (scheme) => {
  const { status, out, err } = await appraise(['policy', 'test', here(`${scheme}/policy.yaml`)]);
  expect([status, out]).toEqual([0, expect.stringContaining('all as expected')]);
  expect(err).toMatch(/^[1-9]\d* cases, 0 of them not as expected\n$/);
});
