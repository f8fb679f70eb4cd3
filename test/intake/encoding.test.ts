/** Policies and settings are read whichever way Notepad saved them, or refused: never with characters lost. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gbk } from '../../samples/make/write/gbk.ts';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { settingsIn } from '../../src/intake/settings.ts';
import { parsePolicy } from '../../src/policy/file.ts';

const boxed = readFileSync(new URL('../../src/policies/plan/policy.yaml', import.meta.url), 'utf8');
const settings = 'period: 2026Q3 # 季度\nfiles: { deposits: [存款.xlsx] }\n';

const marked = (text: string, encoding: 'utf8' | 'utf16le'): Buffer => Buffer.from(`\ufeff${text}`, encoding);

/** As Notepad's “Encoding” calls them. */
const saved: Readonly<Record<string, (text: string) => Buffer>> = {
  'ANSI (GBK)': (text) => Buffer.from(gbk(text)),
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with BOM': (text) => marked(text, 'utf8'),
  'UTF-16 LE': (text) => marked(text, 'utf16le'),
  'UTF-16 BE': (text) => marked(text, 'utf16le').swap16(),
};

describe.each(Object.entries(saved))('%s, with the line ends of Windows', (_, save) => {
  const bytes = (text: string) => save(text.replaceAll('\n', '\r\n'));

  test('a policy is the same policy', () => {
    const { policy, problems } = parsePolicy(bytes(boxed), 'policy.yaml');
    expect(problems).toEqual([]);
    expect(policy?.file).toEqual(parsePolicy(Buffer.from(boxed), 'policy.yaml').policy?.file);
  });

  test('settings are the same settings', async () => {
    const read = await settingsIn(bytesInMemory(bytes(settings)));
    expect(read.problems).toEqual([]);
    expect(read.settings.files.get('deposits')).toEqual(['存款.xlsx']);
  });
});

test('what is no text in any of them is refused, and how to save it is said', async () => {
  for (const bytes of [Buffer.from([0x23, 0xff, 0x80, 0x81]), Buffer.from('title: 计划', 'utf16le')]) {
    const { policy, problems } = parsePolicy(bytes, 'policy.yaml');
    expect(policy).toBeNull();
    expect(problems.map(({ code, hint }) => [code, hint.zh])).toEqual([
      ['text.encoding', expect.stringContaining('另存为 UTF-8')],
    ]);
    expect((await settingsIn(bytesInMemory(bytes))).problems.map(({ code }) => code)).toEqual([
      'text.encoding',
    ]);
  }
});
