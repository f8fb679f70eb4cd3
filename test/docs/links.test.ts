/** Every link of the manual leads to a file that is there, and to a heading in it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pages, proseIn, root } from './manual.ts';

/** A heading as the address that GitHub gives it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (text: string): string[] =>
  [...proseIn(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const linksIn = (text: string): string[] =>
  [...proseIn(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** What is wrong with a link of a page; nothing where it is sound. */
function faultOf(page: string, link: string): string | null {
  if (/^https?:/.test(link)) return null;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(root, target))) return `${link}: no such file`;
  if (anchor === undefined) return null;
  const anchors = anchorsIn(readFileSync(join(root, target), 'utf8'));
  return anchors.includes(decodeURIComponent(anchor)) ? null : `${link}: no such heading`;
}

test.each([...pages])('%s', (page, text) => {
  expect(linksIn(text).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
});

test('a link that leads nowhere is noticed', () => {
  expect(faultOf('README.md', 'docs/policy.md#another-banks-regulation')).toBeNull();
  expect(faultOf('README.md', 'docs/policy.md#nowhere')).toBe('docs/policy.md#nowhere: no such heading');
  expect(faultOf('docs/policy.md', '../nothing.md')).toBe('../nothing.md: no such file');
});

test('every page of docs is reached from the front page, or from one that is', () => {
  const reached = new Set<string>();
  const follow = (page: string): void => {
    if (reached.has(page)) return;
    reached.add(page);
    for (const link of linksIn(pages.get(page) ?? '')) {
      const target = join(dirname(page), link.split('#')[0] ?? '');
      if (pages.has(target)) follow(target);
    }
  };
  follow('README.md');
  const lost = [...pages.keys()].filter((page) => dirname(page) === 'docs' && !reached.has(page));
  expect(lost).toEqual([]);
});
