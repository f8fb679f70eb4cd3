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
    .filter((name) => name !== 'appraise' && name !== 'help');
}

const top = await listed([]);
const all = [...top.map((name) => [name]), ...(await listed(['policy'])).map((name) => ['policy', name])];

test('all commands are known', () => {
  expect(top.sort()).toEqual(
    [
      'check',
      'close',
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
  expect(all).toHaveLength(top.length + 6);
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

test('in Chinese all of it is: what stands in brackets, choices and defaults', async () => {
  for (const path of [[], ...all]) {
    const { out, err } = await appraise([...path, '--help', '--lang', 'zh']);
    const [help = ''] = (out || err).split('示例：');
    // What is typed as it is.
    const rest = help.replaceAll(/--?[a-z-]+|<zh\|en>|shell/gi, '');
    expect(
      rest.match(/[<[][^\]>]*[a-z]|choices|default:|Usage|Options|Commands/g),
      path.join(' '),
    ).toBeNull();
  }
  const { out } = await appraise(['init', '--help', '--lang', 'zh']);
  expect(out).toContain('用法： appraise init [选项] <文件夹>');
  expect(out).toMatch(/--policy <制度\|文件> +复制哪个制度（默认：grade-regulation）/);
  expect(out).toMatch(/--lang <zh\|en> +.*（可选：zh、en）/);
});

test('columns of a Chinese help line up on the terminal', async () => {
  const { out } = await appraise(['run', '--help', '--lang', 'zh']);
  const width = (text: string): number => [...text].length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  const starts = [...out.matchAll(/^( {2}--\S+(?: <\S+>)? +)\S/gm)].map(([, before = '']) => width(before));
  expect(starts.length).toBeGreaterThan(5);
  expect(new Set(starts).size).toBe(1);
});

test('help is a command too', async () => {
  for (const lang of ['zh', 'en']) {
    const env = { LANG: lang };
    expect(await appraise(['help', 'run'], env)).toEqual(await appraise(['run', '--help'], env));
    expect(await appraise(['help'], env)).toEqual(await appraise(['--help'], env));
  }
});

test('complaints name what is missing in Chinese', async () => {
  const complaint = async (...args: string[]) => (await appraise(args, { LANG: 'zh' })).err;
  expect(await complaint('run', 'x')).toBe('错误 必须给出选项 --out <文件夹>\n');
  expect(await complaint('check')).toBe('错误 缺少参数 数据文件夹\n');
  expect(await complaint('file')).toBe('错误 没有命令 file\n');
});
