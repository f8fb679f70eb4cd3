/** 考核结果: one A4 page that a manager understands in ten seconds and the head signs. */
import { decisionOf } from '../../../model/entries.ts';
import { join, same, semicolon, type Text } from '../../../model/text.ts';
import { day, words } from '../../../spreadsheet/cells.ts';
import { form, label, value } from '../../../spreadsheet/form.ts';
import type { Block, Cell } from '../../../spreadsheet/sheet.ts';
import { about, hasOwnPlan } from '../../subjects.ts';
import { choiceWord, correctionNote } from '../../words.ts';
import { type ManagerSheet, type ManagerView, opening } from '../view.ts';
import { accountBlocks } from './account.ts';
import { cardsBlock } from './cards.ts';
import { closingBlocks } from './closing.ts';
import { historyBlocks } from './history.ts';
import { nextGradeBlocks, nextGradeHeading } from './next-grade.ts';
import { openBlocks } from './open.ts';
import { planBlocks } from './plan.ts';
import { fullest, type InRoom, type Room, shorter } from './room.ts';
import { hasEntries, sectionBlocks } from './sections.ts';
import { verdictBlocks } from './verdict.ts';
import { warningBlocks } from './warned.ts';

const w = {
  sheet: { zh: '考核结果', en: 'Result' },
  title: { zh: '客户经理考核结果', en: 'Customer manager appraisal' },
  corrected: { zh: '客户经理考核结果（更正版）', en: 'Customer manager appraisal, corrected' },
  result: { zh: '结论', en: 'Result' },
  proposed: {
    zh: '结论（聘任为建议，须经批准）',
    en: 'Result (an appointment is a proposal and needs approval)',
  },
  series: { zh: '条线', en: 'Series' },
  employeeLevel: { zh: '员工级别', en: 'Employee level' },
  status: { zh: '状态', en: 'Status' },
  since: { zh: '营销起始日', en: 'In marketing since' },
  approval: { zh: '审批：', en: 'Approved by: ' },
  outward: { zh: '对外称', en: 'Towards customers: ' },
  articles: { zh: '依据条款 ', en: 'articles ' },
  needsPerson: { zh: '须由有权人认定', en: 'needs a person’s decision' },
};

/** Who is appraised: captions and values in pairs. */
function identity(view: ManagerView): Block {
  const { appraised, appraisal } = view;
  const { manager } = appraised;
  const { ladder } = appraisal.policy;
  const level = ladder.find((grade) => grade.id === manager.grade)?.employeeLevel;
  const pairs: readonly (readonly [Text, Cell])[] = [
    ...(view.about.has('series')
      ? [[w.series, words(choiceWord(appraisal.policy.series, manager.series))] as const]
      : []),
    ...(ladder.some(({ employeeLevel }) => employeeLevel !== null)
      ? [[w.employeeLevel, words(level == null ? null : same(String(level)))] as const]
      : [[w.status, words(choiceWord(appraisal.policy.statuses, manager.status))] as const]),
    [w.since, day(manager.marketing_since)],
  ];
  return form([{ cells: pairs.flatMap(([caption, cell]) => [label(caption, 3), value(cell, 5)]) }]);
}

/** What is proposed, who approves it and what a person must settle first. */
function decisionBlocks({ appraised, appraisal }: ManagerView): Block[] {
  const decision = decisionOf(appraised);
  if (decision === null) return [];
  const { approval, articles, toGrade } = decision;
  const outward = appraisal.policy.ladder.find(({ id }) => id === toGrade)?.outward;
  const remarks = [
    ...(decision.needsPerson ? [w.needsPerson] : []),
    ...decision.missing.map(({ text }) => text),
    ...decision.toDecide,
    ...decision.notes,
  ];
  const ground = join(
    [
      ...(approval === null ? [] : [join([w.approval, approval])]),
      ...(outward ? [join([w.outward, outward])] : []),
      join([w.articles, articles.join(', ')]),
    ],
    semicolon,
  );
  return [
    { kind: 'text', text: ground },
    ...(remarks.length > 0 ? [{ kind: 'text', text: join(remarks, semicolon), tone: 'warn' } as const] : []),
  ];
}

/** What is concluded, and what is proposed. */
function resultBlocks(view: ManagerView): InRoom {
  const [verdict, decision] = [verdictBlocks(view), decisionBlocks(view)];
  if (!view.about.has('grades') && verdict(fullest).length === 0) return () => null;
  return (room) => [...verdict(room), ...decision];
}

/** A part of the page under a numbered heading. */
interface Part {
  readonly heading: Text | ((view: ManagerView) => Text);
  readonly blocks: (view: ManagerView) => InRoom;
  readonly when?: (view: ManagerView) => boolean;
}

const parts: readonly Part[] = [
  { heading: (view) => (view.about.has('decisions') ? w.proposed : w.result), blocks: resultBlocks },
  { heading: { zh: '各项评定', en: 'Sections' }, blocks: sectionBlocks, when: hasEntries },
  { heading: { zh: '计划完成', en: 'Plan' }, blocks: planBlocks, when: hasOwnPlan },
  { heading: nextGradeHeading, blocks: nextGradeBlocks, when: about('grades') },
  { heading: { zh: '预警', en: 'Warnings' }, blocks: warningBlocks, when: about('warnings') },
  { heading: { zh: '近几个季度', en: 'The last quarters' }, blocks: historyBlocks },
  {
    heading: {
      zh: '因缺少资料尚不能判断的事项（由经办机构补齐）',
      en: 'What could not be judged for want of data (the unit supplies it)',
    },
    blocks: openBlocks,
  },
];

const numerals = '一二三四五六七八九';

const numbered = ({ zh, en }: Text, index: number): Block => ({
  kind: 'heading',
  text: { zh: `${numerals[index]}、${zh}`, en: `${index + 1}. ${en}` },
});

function head(view: ManagerView): Block {
  const corrects = correctionNote(view.appraisal);
  return opening(corrects.length === 0 ? w.title : w.corrected, view, ...corrects);
}

/** The page in as much room as there is: what its versions have in common is made once. */
function pageOf(view: ManagerView): (room: Room) => Block[] {
  const top = [
    head(view),
    identity(view),
    { kind: 'space' } as const,
    cardsBlock(view),
    ...(view.about.has('allowance') ? accountBlocks(view) : []),
  ];
  const under = parts
    .filter(({ when }) => when?.(view) ?? true)
    .map(({ heading, blocks }) => ({
      heading: typeof heading === 'function' ? heading(view) : heading,
      blocks: blocks(view),
    }));
  const closing = closingBlocks(view);
  return (room) => [
    ...top,
    ...under
      .flatMap(({ heading, blocks }) => {
        const own = blocks(room);
        return own === null ? [] : [{ heading, own }];
      })
      .flatMap(({ heading, own }, index) => [numbered(heading, index), ...own]),
    ...closing(room),
  ];
}

export const resultSheet: ManagerSheet = (view) => {
  const page = pageOf(view);
  return {
    id: 'result',
    name: w.sheet,
    kind: 'statement',
    blocks: page(fullest),
    shorter: shorter.map((room) => () => page(room)),
  };
};
