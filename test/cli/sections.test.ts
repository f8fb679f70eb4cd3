/** The sections of policies on the command line: what `run` ends with, and the tree of `explain`. */
import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { explanationOf } from '../../src/archive/explain.ts';
import { resolveExplanation } from '../../src/archive/explained.ts';
import { explanationSchema } from '../../src/archive/explanation.ts';
import { ask, candidatesIn } from '../../src/cli/explain-ask.ts';
import { nodeOf, type Section } from '../../src/cli/explain-parts.ts';
import { headingOf, sectionsOf } from '../../src/cli/explain-tree.ts';
import { summaryLines } from '../../src/cli/summary.ts';
import { tree } from '../../src/cli/table.ts';
import type { Appraisal } from '../../src/model/appraisal.ts';
import { withoutLadder, withSections } from '../workbooks/quarter.ts';

const plain = new Chalk({ level: 0 });

/** As it stands in the archive, and opened again. */
function explained(appraisal: Appraisal, id: string) {
  const manager = appraisal.managers.find((each) => each.manager.manager_id === id);
  if (manager === undefined) throw new Error(`no manager ${id}`);
  const written = JSON.stringify(explanationOf(appraisal, manager));
  return { written, opened: resolveExplanation(explanationSchema.parse(JSON.parse(written))) };
}

const sectionsFor = (appraisal: Appraisal, id: string) =>
  sectionsOf(explained(appraisal, id).opened, 'zh', plain);
const lines = (sections: readonly Section[]) =>
  sections.flatMap(({ title, parts }) => [title, ...tree(parts.map(nodeOf))]);

describe('explain', () => {
  test('goes from the section to verdict, figures, rules, rows and lines', () => {
    const shown = lines(ask(sectionsFor(withSections(), '0007'), 'pay').shown);
    expect(shown[0]).toBe('计划完成 [pay] 有提成（客户经理管理制度（薪酬与考勤），一、二）');
    const text = shown.join('\n');
    for (const part of [
      '2026-07 业绩：62,345.67 元',
      'metrics.csv 第 4 行',
      '实际 39,999.99 元，标准 40,000.00 元，差 0.01 元',
      '不符合 2026-07-08 迟到 12 分钟：按次扣款',
      'attendance.csv 第 2 行',
      '假设（来源未给出）：各月业绩的指标名称',
    ])
      expect(text).toContain(part);
  });

  test('finds a rule of a section, and all sections of a policy', () => {
    const all = sectionsFor(withSections(), '0007');
    expect(candidatesIn(all).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['pay', 'stars', 'takes-part', 'deposits', 'recovered']),
    );
    const found = ask(all, 'recovered').shown;
    // Once for each of the stars that ask for it.
    expect(found.map(({ id, parts }) => [id, parts.map((part) => part.id)])).toEqual([
      ['stars', Array(4).fill('recovered')],
    ]);
    expect(found[0]?.parts.map(({ text }) => text.slice(0, text.indexOf(' · ')))).toEqual([
      ...['五星级', '四星级', '三星级', '二星级'],
    ]);
  });

  test('says what is missing, and nothing of anybody else', () => {
    const { written } = explained(withSections(), '0012');
    expect(written).not.toContain('欧阳明月');
    expect(lines(ask(sectionsFor(withSections(), '0012'), 'pay').shown).slice(0, 2)).toEqual([
      '计划完成 [pay] 无法判断（客户经理管理制度（薪酬与考勤），一、二）',
      '├─ 缺：缺“首月业绩”的实绩',
    ]);
  });

  test('without a ladder speaks of no grade, floor or allowance', () => {
    const alone = withoutLadder();
    expect(sectionsFor(alone, '0007').map(({ id }) => id)).toEqual(['pay', 'stars']);
    expect(headingOf(explained(alone, '0007').opened, 'zh')).toBe('2026Q3  0007 陈静（城东支行）');
  });
});

describe('the end of a run', () => {
  test('has a line for each section', () => {
    expect(summaryLines(withSections(), 'zh').slice(-5)).toEqual([
      '计划完成：有提成 1，无法判断 2，无提成 1',
      '编制：核定[人数]：缺编 1，无法判断 1',
      '最低配备：—',
      '星级：五星级 1，一星级 2，不适用 1',
      '单项状元：揽存状元 陈静，收息状元 陈静，资产质量状元 欧阳明月',
    ]);
  });

  test('has no table of grades or warnings where there are none', () => {
    expect(summaryLines(withoutLadder(), 'zh')).toHaveLength(7);
  });
});
