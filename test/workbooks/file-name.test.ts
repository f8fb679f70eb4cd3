/** File names that Windows takes and that no two managers share. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { managerFileName } from '../../src/workbooks/file-name.ts';

describe('managerFileName', () => {
  test('is id and name where both are plain', () => {
    expect(managerFileName('0012', '张伟')).toBe('0012-张伟.xlsx');
    expect(managerFileName('A7', '欧阳 明月')).toBe('A7-欧阳 明月.xlsx');
  });

  test('takes out what a file name cannot hold', () => {
    expect(managerFileName('0012', '../../etc/passwd')).toBe('0012-etcpasswd.xlsx');
    expect(managerFileName('0012', 'a\u202egnp\u0000.')).toBe('0012-agnp.xlsx');
    expect(managerFileName('0012', '张:伟*?')).toBe('0012-张伟.xlsx');
    expect(managerFileName('0012', '')).toBe('0012.xlsx');
  });

  test('is the same whatever the runtime knows of Unicode', () => {
    // No character has these codes up to Unicode 16; the first may become a letter, the last never will be one.
    expect(managerFileName('0012', '张\u{323b0}伟')).toBe('0012-张\u{323b0}伟.xlsx');
    expect(managerFileName('工\u{323b0}', '')).toMatch(/^工\u{323b0}~[0-9a-f]{8}\.xlsx$/u);
    expect(managerFileName('0012', '张\ufdd0伟')).toBe('0012-张伟.xlsx');
  });

  test('keeps clear of names that Windows reserves', () => {
    expect(managerFileName('CON', '')).toBe('_CON.xlsx');
    expect(managerFileName('LPT1', '')).toBe('_LPT1.xlsx');
  });

  test('tells apart ids that would become one name', () => {
    const ids = [
      'A1',
      'a1',
      'A/1',
      'A:1',
      'A1-',
      'A1.',
      ' A1',
      'Ａ1',
      'A1~',
      `${'9'.repeat(80)}1`,
      `${'9'.repeat(80)}2`,
    ];
    const names = ids.map((id) => managerFileName(id, '张伟').toLowerCase());
    expect(new Set(names).size).toBe(ids.length);
    expect(managerFileName('A', 'B-C')).not.toBe(managerFileName('A-B', 'C'));
  });

  test('is safe and short whatever the id and the name', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (id, name) => {
          const file = managerFileName(id, name);
          expect(file).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.xlsx$/u);
          expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
          expect(file).not.toMatch(/^[ .]|[ .]\.xlsx$/);
          expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
          expect([...file].length).toBeLessThan(130);
        },
      ),
    );
  });
});
