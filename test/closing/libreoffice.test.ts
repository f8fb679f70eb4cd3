/** Decisions filled in and spoilt in LibreOffice itself, and read back. Skipped where it is not installed. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionsIn, readAnswers } from '../../src/closing/index.ts';
import { decisionsWorkbook } from '../../src/closing/workbook.ts';
import type { ClosingBasis } from '../../src/model/closing.ts';
import { editedBy, type Step } from '../spreadsheet/macro.ts';
import { installed, workshop } from '../spreadsheet/recalculate.ts';
import { smallBasis } from './small.ts';

const sheet = '聘任审批';

/** Row 7 is manager 0002's: I the result, J the grade, K the body, L the day, M the document, N the opinion. */
const answers: readonly Step[] = [
  ['type', sheet, 'I7', '续聘'],
  ['type', sheet, 'J7', '二级客户经理'],
  ['type', sheet, 'L7', '2027-01-12'],
  ['type', sheet, 'M7', '云银人〔2027〕3号'],
];
const unlocked: readonly Step[] = [['unlock', sheet, 'A1'], ...answers];

describe.skipIf(!installed)('in LibreOffice', () => {
  let folder = '';
  let basis: ClosingBasis;
  let files: Record<string, string> = {};
  beforeAll(async () => {
    folder = workshop();
    basis = await smallBasis('2026Q4');
    const blank = join(folder, 'blank.xlsx');
    writeFileSync(blank, await decisionsWorkbook(basis, 'zh'));
    files = editedBy(folder, blank, {
      answered: answers,
      slashed: [...answers, ['type', sheet, 'L7', '2027/1/12']],
      moved: [...unlocked, ['move', sheet, 'L5:L8', 'Q5'], ['move', sheet, 'A5:A8', 'R5']],
      merged: [...unlocked, ['merge', sheet, 'L7:L8']],
      deleted: [...unlocked, ['delete', sheet, 'A6']],
      renumbered: [...unlocked, ['type', sheet, 'A7', '0009']],
      mistyped: [...answers, ['type', sheet, 'I7', '续任']],
    });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = async (name: string) => {
    const { rows, problems } = await readAnswers(files[name] ?? '', basis);
    const { decisions, problems: more } = decisionsIn(rows, basis);
    const errors = [...problems, ...more].filter(({ severity }) => severity === 'error');
    return { appointed: decisions.appointed, errors };
  };

  test.each(['answered', 'slashed', 'moved'])('%s: the answer is what was typed', async (name) => {
    const { appointed, errors } = await read(name);
    expect(errors).toEqual([]);
    expect(appointed).toMatchObject([
      {
        managerId: '0002',
        action: 'renew',
        grade: 'second',
        date: '2027-01-12',
        reference: '云银人〔2027〕3号',
      },
    ]);
  });

  test.each([
    ['merged', 'cell.merged', 7, '日期'],
    ['deleted', 'decisions.row-gone', undefined, undefined],
    ['renumbered', 'decisions.unknown-id', 7, '编号'],
    ['mistyped', 'decisions.unknown-choice', 7, '审批结果'],
  ])('%s: it is said where', async (name, code, row, column) => {
    const { errors } = await read(name);
    expect(errors[0]?.code).toBe(code);
    expect(errors[0]?.at).toMatchObject({ sheet, ...(row && { row, column }) });
  });
});
