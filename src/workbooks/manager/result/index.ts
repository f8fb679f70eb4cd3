/** 考核结果: one A4 page that a manager understands in ten seconds and the head signs. */
import { decisionOf } from '../../../model/entries.ts';
import { comma, join, same, semicolon, type Text } from '../../../model/text.ts';
import { code, words } from '../../../spreadsheet/cells.ts';
import { form, label, over, value } from '../../../spreadsheet/form.ts';
import type { Block, Cell } from '../../../spreadsheet/sheet.ts';
import { hasLadder, hasOwnPlan } from '../../has.ts';
import { choiceWord, gradeTitle, policyName } from '../../words.ts';
import { shows } from '../run-summary.ts';
import { type ManagerSheet, type ManagerView, opening } from '../view.ts';
import { cardsBlock } from './cards.ts';
import { nextGradeBlocks, nextGradeHeading } from './next-grade.ts';
import { openBlocks } from './open.ts';
import { planBlocks } from './plan.ts';
import { hasEntries, sectionBlocks } from './sections.ts';
import { verdictBlocks } from './verdict.ts';
import { warningBlocks } from './warned.ts';

const w = {
  sheet: { zh: '考核结果', en: 'Result' },
  title: { zh: '客户经理考核结果', en: 'Customer manager appraisal' },
  id: { zh: '工号', en: 'Id' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '所属机构', en: 'Unit' },
  series: { zh: '条线', en: 'Series' },
  employeeLevel: { zh: '员工级别', en: 'Employee level' },
  status: { zh: '状态', en: 'Status' },
  since: { zh: '营销起始日', en: 'In marketing since' },
  proposal: { zh: '建议', en: 'Proposal' },
  toGrade: { zh: '拟聘等级', en: 'Grade' },
  approval: { zh: '审批', en: 'Approved by' },
  articles: { zh: '依据条款', en: 'Articles' },
  needsPerson: { zh: '须由有权人认定', en: 'needs a person’s decision' },
  signManager: { zh: '客户经理', en: 'Manager' },
  signHead: { zh: '机构负责人', en: 'Head of unit' },
  signHr: { zh: '人力资源部', en: 'Human resources' },
  date: { zh: '日期', en: 'Date' },
  policy: { zh: '依据', en: 'Under' },
  fingerprint: { zh: '运行指纹', en: 'run' },
};

/** Who is appraised: captions and values in pairs. */
function identity({ appraised, appraisal }: ManagerView): Block {
  const { manager } = appraised;
  const level = appraisal.policy.ladder.find((grade) => grade.id === manager.grade)?.employeeLevel;
  const pairs: readonly (readonly [Text, Cell])[] = [
    [w.id, code(manager.manager_id)],
    [w.name, words(manager.name)],
    [w.unit, words(manager.unit)],
    [w.series, words(choiceWord(appraisal.policy.series, manager.series))],
    ...(hasLadder({ appraisal })
      ? [[w.employeeLevel, words(level == null ? null : same(String(level)))] as const]
      : [[w.status, words(choiceWord(appraisal.policy.statuses, manager.status))] as const]),
    [w.since, { value: manager.marketing_since, format: 'date' }],
  ];
  const row = (from: number) => ({
    cells: pairs.slice(from, from + 3).flatMap(([caption, cell]) => [label(caption, 3), value(cell, 5)]),
  });
  return form([row(0), row(3)]);
}

function decisionBlocks({ appraisal, appraised }: ManagerView): Block[] {
  const decision = decisionOf(appraised);
  if (decision === null) return [];
  const remarks = [
    ...(decision.needsPerson ? [w.needsPerson] : []),
    ...decision.missing.map(({ text }) => text),
    ...decision.toDecide,
    ...decision.notes,
  ];
  return [
    form([
      {
        cells: [
          label(w.proposal, 3),
          value(words(decision.title, { look: 'value' }), 9),
          label(w.toGrade, 3),
          value(words(decision.toGrade === null ? same('—') : gradeTitle(appraisal, decision.toGrade)), 9),
        ],
      },
      {
        cells: [
          label(w.approval, 3),
          value(words(decision.approval ?? same('—')), 9),
          label(w.articles, 3),
          value(code(decision.articles.join(', ')), 9),
        ],
      },
    ]),
    ...(remarks.length > 0 ? [{ kind: 'text', text: join(remarks, semicolon), tone: 'warn' } as const] : []),
  ];
}

function signatures({ appraisal }: ManagerView): Block[] {
  const line = (text: Text) => [
    over(3, words(text, { look: 'line' })),
    over(3, words(null, { look: 'sign' })),
  ];
  const policies = join(
    appraisal.schemes.map(({ policy }) => policyName(policy)),
    comma,
  );
  return [
    { kind: 'space' },
    form([
      {
        height: 34,
        cells: [w.signManager, w.signHead, w.signHr, w.date].flatMap(line),
      },
    ]),
    {
      kind: 'text',
      tone: 'muted',
      text: join(
        [join([w.policy, ' ', policies]), join([w.fingerprint, ` ${appraisal.fingerprint}`])],
        ' · ',
      ),
    },
  ];
}

/** A part of the page under a numbered heading. */
interface Part {
  readonly heading: Text | ((view: ManagerView) => Text);
  readonly blocks: (view: ManagerView) => readonly Block[];
  readonly when?: (view: ManagerView) => boolean;
}

const parts: readonly Part[] = [
  {
    heading: { zh: '结论', en: 'Result' },
    blocks: verdictBlocks,
    when: (view) => hasLadder(view) || verdictBlocks(view).length > 0,
  },
  { heading: { zh: '各项评定', en: 'Sections' }, blocks: sectionBlocks, when: hasEntries },
  { heading: nextGradeHeading, blocks: nextGradeBlocks, when: hasLadder },
  { heading: { zh: '计划完成', en: 'Plan' }, blocks: planBlocks, when: hasOwnPlan },
  { heading: { zh: '预警', en: 'Warnings' }, blocks: warningBlocks, when: shows('warnings') },
  { heading: { zh: '尚不能判断的事项', en: 'What could not be judged' }, blocks: openBlocks },
  {
    heading: { zh: '聘任建议（建议，须经批准）', en: 'Proposal (needs approval)' },
    blocks: decisionBlocks,
    when: ({ appraised }) => decisionOf(appraised) !== null,
  },
];

const numerals = '一二三四五六七八九';

const partBlocks = (view: ManagerView): Block[] =>
  parts
    .filter(({ when }) => when?.(view) ?? true)
    .flatMap(({ heading, blocks }, index) => {
      const { zh, en } = typeof heading === 'function' ? heading(view) : heading;
      return [
        { kind: 'heading', text: { zh: `${numerals[index]}、${zh}`, en: `${index + 1}. ${en}` } },
        ...blocks(view),
      ];
    });

export const resultSheet: ManagerSheet = (view) => ({
  id: 'result',
  name: w.sheet,
  kind: 'statement',
  blocks: [
    opening(w.title, view),
    identity(view),
    { kind: 'space' },
    cardsBlock(view),
    ...partBlocks(view),
    ...signatures(view),
  ],
});
