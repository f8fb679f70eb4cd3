/** 等级测算: every grade from the highest down, every rule with its parts: figure, threshold, gap, outcome, article. */
import { gradedOf } from '../../model/entries.ts';
import { assumedWords } from '../../model/statements/assumed.ts';
import { join, semicolon } from '../../model/text.ts';
import { code, type Extra, marked, wan, words } from '../../spreadsheet/cells.ts';
import { type Column, column, list } from '../../spreadsheet/list.ts';
import { figureColumns } from '../figures.ts';
import { titleOf } from '../findings.ts';
import { conditionMarks, gradeTitle, outcomeMarks } from '../words.ts';
import type { DerivationLine } from './derivation.ts';
import { markOf, outcomeFormula } from './finding-lines.ts';
import { neededWords } from './needed.ts';
import { type ManagerSheet, type ManagerView, opening } from './view.ts';

const w = {
  sheet: { zh: '等级测算', en: 'Grades' },
  title: { zh: '等级测算：从高到低逐级逐条', en: 'Grades: every rule, from the highest grade down' },
  how: {
    zh: '每一等级须全部条件符合；缩进的各项是上一条件的组成部分。',
    en: 'A grade needs all of its conditions; indented lines are parts of the condition above.',
  },
  howCounted: {
    zh: '每一等级须全部条件符合；缩进的各项是上一条件的组成部分；只计日均存款不低于“客户计入线”的客户。金额以万元计（结算以万美元计）。',
    en: 'A grade needs all of its conditions; indented lines are parts of the condition above. Only customers with deposits from the line in “Customers from” are counted. Amounts in units of 10,000.',
  },
  all: { zh: '全部条件', en: 'All conditions' },
  held: { zh: '现聘等级', en: 'Grade held' },
  qualified: { zh: '测算符合等级', en: 'Qualified grade' },
};

const extra = ({ finding, depth }: DerivationLine): Extra => {
  if (finding === null) return { look: 'group' };
  return depth === 0 ? {} : { tone: 'muted' };
};

const customersFrom = ({ finding }: DerivationLine) =>
  finding?.observed?.origin.kind === 'measure' ? finding.observed.origin.customersFrom : null;

function columns(view: ManagerView): Column<DerivationLine>[] {
  const { appraisal, appraised, ledger } = view;
  const remarks = (line: DerivationLine) => {
    const { finding, grade } = line;
    if (finding === null)
      return join(
        [
          grade === appraised.manager.grade ? w.held : '',
          grade === gradedOf(appraised).qualifiedGrade ? w.qualified : '',
        ],
        semicolon,
      );
    return join(
      [...finding.missing.map(({ text }) => text), ...finding.notes, ...assumedWords(finding.assumed)],
      semicolon,
    );
  };
  return [
    column('grade', { zh: '等级', en: 'Grade' }, { names: true, width: [14, 18] }, (line) =>
      words(gradeTitle(appraisal, line.grade), {
        ...extra(line),
        ...(line.finding === null ? { anchor: `${line.name}-title` } : {}),
      }),
    ),
    column('condition', { zh: '条件', en: 'Condition' }, { names: true, width: [24, 40] }, (line) =>
      words(line.finding === null ? w.all : join([titleOf(line.finding), neededWords(line.finding)]), {
        ...extra(line),
        indent: line.depth,
      }),
    ),
    column(
      'outcome',
      { zh: '结论', en: 'Outcome' },
      { width: [9, 18], marks: [...Object.values(outcomeMarks), conditionMarks.met, conditionMarks.unmet] },
      (line) =>
        marked(markOf(line), {
          ...(line.finding === null ? { look: 'groupMark' } : {}),
          formula: outcomeFormula(line),
          anchor: `${line.name}-outcome`,
        }),
    ),
    ...figureColumns<DerivationLine>('gap', (line) => line.finding, extra, {
      observed: (line) => ({
        formula: ledger.ofFact(line.finding?.observed ?? null, { here: 'from' }),
        anchor: `${line.name}-observed`,
      }),
      threshold: (line) => ({
        formula: ledger.ofFact(line.finding?.threshold ?? null),
        anchor: `${line.name}-threshold`,
      }),
      distance: (line) => ({ anchor: `${line.name}-gap` }),
      denied: (line) => line.denied,
    }),
    column(
      'from',
      { zh: '客户计入线（万元）', en: 'Customers from (CNY 10,000)' },
      { width: [10, 14], when: (lines) => lines.some((line) => customersFrom(line) !== null) },
      (line) => wan(customersFrom(line), extra(line)),
    ),
    column('article', { zh: '条款', en: 'Article' }, (line) =>
      code(line.finding?.article ?? null, extra(line)),
    ),
    column('remarks', { zh: '说明', en: 'Remarks' }, [16, 40], (line) =>
      words(remarks(line), line.finding === null ? { look: 'group' } : {}),
    ),
  ];
}

export const gradesSheet: ManagerSheet = (view) => {
  return {
    id: 'grades',
    name: w.sheet,
    kind: 'derivation',
    blocks: [
      opening(w.title, view, view.about.has('uncounted-customers') ? w.howCounted : w.how),
      list('grades', columns(view), view.derivation.lines),
    ],
  };
};
