/** Text that means harm, or merely more than text, from the exports through every output: it stays text, in its place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { standingFolder } from '../archive/temporary.ts';
import { faultsOf, partsOf } from '../spreadsheet/package-check.ts';
import { appraise, type Ended } from './appraise.ts';
import { smallPackage } from './small-package.ts';

const hostile = [
  '=HYPERLINK("http://example.invalid","click")',
  "=cmd|'/c calc'!A0",
  '@SUM(1+1)',
  '+1+1',
  '-1+1',
  '../../x',
  '..\\..\\y',
  'CON',
  'nul.txt',
  'a\u0001b\u001b[31mc\u0007',
  'gnp\u202eexe.\u200b',
  '😀🏦',
  '𠮷'.repeat(300),
  '<c r="A1"><v>1</v></c>&amp;&#0;',
  '_x0041_',
  '{{jndi}} %s %n',
  ' dots. . ',
  '无\n行',
] as const;

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const { folder: place, remove } = standingFolder();
const out = join(place, 'out');
let ended: Ended;

beforeAll(async () => {
  const folder = smallPackage(place, '2026Q1', (file, text) => {
    const rows = hostile.map((word, index) => {
      const [id, name] = [quoted(`${word}`), quoted(hostile[(index + 1) % hostile.length] ?? '')];
      if (file === 'roster.csv') return `${id},${name},${name},third,2020-03-01,,,${name},合格,`;
      if (file === 'deposits.csv') return `${id},${id},${name},${id},CNY,${name},${index + 1}000000,0,1,1`;
      if (file === 'loans.csv') return `${id},${id},${id},${name},1,1,1,5,1,1`;
      if (file === 'classification.csv') return `${id},${id},${id},1,可疑,,`;
      if (file === 'targets.csv') return `${id},deposits,1,1,是,元`;
      return null;
    });
    return text + rows.flatMap((row) => (row === null ? [] : [`${row}\n`])).join('');
  });
  ended = await appraise(['run', folder, '--out', out, '--lenient']);
}, 60_000);
afterAll(remove);

const files = (): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('hostile names and ids', () => {
  test('the run is done', () => {
    expect(ended.status).toBe(0);
    expect(ended.err + ended.out).not.toMatch(/(?![\t\n])\p{Cc}|\u202e/u);
    expect(readdirSync(place).sort()).toEqual(['2026Q1', 'out']);
  });

  test('every file lies in the output folder, under a name that Windows takes', () => {
    const names = files();
    expect(names.filter((name) => name.endsWith('.xlsx')).length).toBeGreaterThan(hostile.length / 2);
    for (const path of names) {
      const inside = path.slice(out.length + 1);
      for (const name of inside.split(/[/\\]/)) {
        expect(name).not.toMatch(/[<>:"|?*\p{Cc}\p{Cf}]|^[ .]|[ .]$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }
    }
  });

  test('in workbooks they are texts: no formula, link or markup holds them', () => {
    for (const path of files().filter((name) => name.endsWith('.xlsx'))) {
      const bytes = readFileSync(path);
      expect(faultsOf(bytes), path).toEqual([]);
      for (const [name, xml] of partsOf(bytes)) {
        const formulas = [...xml.matchAll(/<(?:f|formula\d?)\b[^>]*>([^<]*)</g)].map(([, text = '']) => text);
        for (const text of formulas)
          expect(text, `${path} ${name}`).not.toMatch(/example\.invalid|calc|jndi|gnp|😀|1\+1/);
        const outside = [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)];
        for (const [, target = ''] of outside)
          expect(decodeURIComponent(target)).toMatch(
            /^(?:managers\/[^/]*|\.\.\/branch-summary)\.xlsx(?:#|$)/,
          );
      }
    }
  });

  test('problems.csv holds no field that Excel would run', () => {
    const text = readFileSync(join(out, 'problems.csv'), 'utf8').slice(1);
    expect(text).not.toMatch(/(?:^|[,\n]"?)[=+@-]/);
  });

  test('results.json has every id as it was exported', () => {
    const { managers, notAppraised } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'));
    const ids = new Set([...managers, ...notAppraised].map(({ managerId }) => managerId));
    const tidy = hostile.map((word) => word.normalize('NFKC').trim());
    for (const word of tidy) expect(ids).toContain(word);
  });
});
