/** `--help`: every command shows how it is typed, in both languages, and the examples are commands that there are. */
import { describe, expect, test } from 'vitest';
import { appraise } from './appraise.ts';

/** The commands that a help lists: each line below its last heading that begins with a name. */
async function listed(path: readonly string[]): Promise<string[]> {
  const { out, err } = await appraise([...path, '--help']);
  const lines = (out || err).split('\n');
  const commands = lines.slice(lines.indexOf('Commands:') + 1);
  return commands
    .flatMap((line) => /^ {2}([a-z]+)(?: |$)/.exec(line)?.[1] ?? [])
    .filter((name) => name !== 'appraise');
}

const top = await listed([]);
const all = [...top.map((name) => [name]), ...(await listed(['policy'])).map((name) => ['policy', name])];

test('all commands are known', () => {
  expect(top.sort()).toEqual(
    [
      'check',
      'completion',
      'diff',
      'explain',
      'init',
      'policy',
      'rollup',
      'run',
      'simulate',
      'verify',
    ].sort(),
  );
  expect(all).toHaveLength(top.length + 4);
});

describe.each(all.map((path) => path.join(' ')))('%s', (name) => {
  test.each([
    ['en', 'Examples:'],
    ['zh', '示例：'],
  ])('has examples (%s) that name it and only options it has', async (lang, heading) => {
    const { status, out } = await appraise([...name.split(' '), '--help', '--lang', lang]);
    expect(status).toBe(0);
    const [help = '', examples = ''] = out.split(heading);
    const lines = examples.split('\n').filter((line) => line.startsWith('  appraise '));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toContain(`appraise ${name} `.trimEnd());
      for (const option of line.match(/--[a-z-]+/g) ?? []) expect(help).toContain(option);
    }
    expect(/\p{Script=Han}/u.test(examples)).toBe(lang === 'zh');
  });
});
