/**
 * 申诉表: what the system found beside what the manager holds, with the reasons to choose from, and the answer. The
 * sheet is protected without a password; only the cells to be filled in are open.
 */

import { allowanceOf, decisionOf, gradedOf } from '../../model/entries.ts';
import { averageTitled } from '../../model/statements/averaged.ts';
import type { Text } from '../../model/text.ts';
import { cell, code, decimal, inWan, wan, words } from '../../spreadsheet/cells.ts';
import { form, label, over, value } from '../../spreadsheet/form.ts';
import { type Block, type Cell, type FormCell, formula, type Reference } from '../../spreadsheet/sheet.ts';
import { allowanceCell } from '../allowance-cell.ts';
import { completionCell } from '../completion.ts';
import { verdictOf } from '../sections/words.ts';
import { about, hasOwnPlan } from '../subjects.ts';
import { capital, gradeTitle, qualifiedWord, unitWord } from '../words.ts';
import { verdictAnchor } from './scheme/verdict.ts';
import { completionAnchor, trendAnchor } from './trend.ts';
import { type ManagerSheet, type ManagerView, opening, qualifiedAnchor } from './view.ts';

const w = {
  sheet: { zh: '申诉表', en: 'Appeal' },
  title: { zh: '客户经理考核申诉表', en: 'Appeal against an appraisal' },
  how: {
    zh: '黄底单元格由申诉人或受理人填写，其余已锁定（无密码）。申诉成立的，按批准文号列入下一次运行的“调整”表。',
    en: 'Only the yellow cells can be filled in; the rest is locked, without a password. What is upheld enters the table “adjustments” of the next run.',
  },
  who: { zh: '一、申诉人', en: '1. Appellant' },
  id: { zh: '工号', en: 'Id' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '所属机构', en: 'Unit' },
  phone: { zh: '联系电话', en: 'Telephone' },
  figures: { zh: '二、系统结果与申诉人意见', en: '2. What the system found, and what the appellant holds' },
  item: { zh: '项目', en: 'Item' },
  found: { zh: '系统结果', en: 'System' },
  measuredIn: { zh: '单位', en: 'Unit' },
  claimed: { zh: '申诉人认为', en: 'Appellant' },
  reason: { zh: '差异原因', en: 'Reason' },
  held: { zh: '现聘等级', en: 'Grade held' },
  qualified: { zh: '测算符合等级', en: 'Qualified grade' },
  proposal: { zh: '聘任建议', en: 'Proposal' },
  completion: { zh: '主要指标本季平均完成率', en: 'Main indicators, quarter average' },
  allowance: { zh: '本季费用补贴', en: 'Allowance of the quarter' },
  yuan: { zh: '元', en: 'CNY' },
  year: { zh: '（本年）', en: ' (year)' },
  facts: { zh: '三、申诉事项', en: '3. Appeal' },
  subject: { zh: '申诉事项', en: 'Subject' },
  article: { zh: '依据条款', en: 'Article' },
  statement: { zh: '事实与理由', en: 'Facts and reasons' },
  enclosed: { zh: '附件', en: 'Enclosed' },
  appellant: { zh: '申诉人（签字）', en: 'Appellant (signature)' },
  date: { zh: '日期', en: 'Date' },
  answer: { zh: '四、受理与复核', en: '4. Answer' },
  finding: { zh: '复核结论', en: 'Finding' },
  reference: { zh: '批准文号', en: 'Reference' },
  grounds: { zh: '复核意见', en: 'Grounds' },
  reviewer: { zh: '复核人（签字）', en: 'Reviewer (signature)' },
};

const reasons: readonly Text[] = [
  { zh: '数据缺漏', en: 'data missing' },
  { zh: '数据重复', en: 'data twice' },
  { zh: '客户归属有误', en: 'wrong manager' },
  { zh: '分成比例有误', en: 'wrong share' },
  { zh: '币种或单位有误', en: 'wrong currency or unit' },
  { zh: '口径有误', en: 'wrong reading of a rule' },
  { zh: '其他', en: 'other' },
];
const subjects: readonly { readonly text: Text; readonly when?: (view: ManagerView) => boolean }[] = [
  { text: { zh: '业绩数据', en: 'figures' } },
  { text: { zh: '计划任务', en: 'plan' }, when: hasOwnPlan },
  { text: { zh: '等级测算', en: 'grade' }, when: about('grades') },
  { text: { zh: '评定结论', en: 'verdict' }, when: about('sections') },
  { text: { zh: '预警认定', en: 'warning' }, when: about('warnings') },
  { text: { zh: '聘任建议', en: 'proposal' }, when: about('decisions') },
  { text: { zh: '费用补贴', en: 'allowance' }, when: about('allowance') },
  { text: { zh: '其他', en: 'other' } },
];
const findings: readonly Text[] = [
  { zh: '成立', en: 'upheld' },
  { zh: '部分成立', en: 'upheld in part' },
  { zh: '不成立', en: 'not upheld' },
  { zh: '待补充材料', en: 'more evidence needed' },
];

/** A cell to be filled in. */
const answer = (span: number, choices?: readonly Text[], format: Cell['format'] = 'text'): FormCell =>
  over(span, cell(null, format, { look: 'answer', open: true, choices }));

interface Item {
  readonly title: Text;
  readonly cell: Cell;
  readonly unit: Text | null;
}

/** So many leave the form on one page. */
const mostVerdicts = 8;

/** What may be contested: every figure is read from its cell on the other sheets. */
function itemsOf(view: ManagerView): Item[] {
  const { appraised, appraisal } = view;
  const { manager, trend } = appraised;
  const [decision, allowance] = [decisionOf(appraised), allowanceOf(appraised)];
  const now = trend.at(-1);
  const linked = (reference: Reference) => ({ formula: formula`${reference}` });
  const measures = (now?.measures ?? []).flatMap(({ measure, title, unit, year }): Item[] =>
    year === null
      ? []
      : [
          {
            title: { zh: `${title.zh}${w.year.zh}`, en: `${capital(title).en}${w.year.en}` },
            cell: (inWan(unit) ? wan : decimal)(year, linked({ anchor: trendAnchor(measure, 'year') })),
            unit: unitWord(unit),
          },
        ],
  );
  const grades: Item[] = [
    { title: w.held, cell: words(gradeTitle(appraisal, manager.grade)), unit: null },
    {
      title: w.qualified,
      cell: words(qualifiedWord(appraisal, gradedOf(appraised)), linked({ anchor: qualifiedAnchor })),
      unit: null,
    },
  ];
  const verdicts = view.sections.map(
    (each): Item => ({
      title: each.section.title,
      cell: words(verdictOf(each.entry), linked({ anchor: verdictAnchor(each) })),
      unit: null,
    }),
  );
  return [
    ...(view.about.has('grades') ? grades : []),
    ...verdicts.slice(0, mostVerdicts),
    ...(decision === null ? [] : [{ title: w.proposal, cell: words(decision.title), unit: null }]),
    ...(now === undefined || now.completion === null || !hasOwnPlan(view)
      ? []
      : [
          {
            title: averageTitled(w.completion, appraisal.policy.averaging),
            cell: completionCell(
              appraisal.policy.completionLines,
              now.completion,
              linked({ anchor: completionAnchor }),
            ),
            unit: null,
          },
        ]),
    ...measures,
    ...(allowance ? [{ title: w.allowance, cell: allowanceCell(allowance), unit: w.yuan }] : []),
  ];
}

function figures(view: ManagerView): Block {
  const head = [
    [w.item, 7],
    [w.found, 4],
    [w.measuredIn, 3],
    [w.claimed, 5],
    [w.reason, 5],
  ] as const;
  return form([
    { cells: head.map(([text, span]) => label(text, span)) },
    ...itemsOf(view).map(({ title, cell, unit }) => ({
      cells: [
        value(words(title), 7),
        value(cell, 4),
        value(words(unit), 3),
        answer(5, undefined, cell.format),
        answer(5, reasons),
      ],
    })),
  ]);
}

const signed = (who: Text): Block =>
  form([
    {
      height: 34,
      cells: [
        over(5, words(who, { look: 'line' })),
        over(8, words(null, { look: 'sign' })),
        over(3, words(w.date, { look: 'line' })),
        over(8, words(null, { look: 'sign', open: true })),
      ],
    },
  ]);

export const appealSheet: ManagerSheet = (view) => {
  const { manager } = view.appraised;
  return {
    id: 'appeal',
    name: w.sheet,
    kind: 'form',
    locked: true,
    blocks: [
      opening(w.title, view, w.how),
      { kind: 'heading', text: w.who },
      form([
        {
          cells: [
            ...[
              label(w.id, 2),
              value(code(manager.manager_id), 4),
              label(w.name, 2),
              value(words(manager.name), 4),
            ],
            ...[
              label(w.unit, 2),
              value(words(manager.unit), 4),
              label(w.phone, 2),
              answer(4, undefined, 'code'),
            ],
          ],
        },
      ]),
      { kind: 'heading', text: w.figures },
      figures(view),
      { kind: 'heading', text: w.facts },
      form([
        {
          cells: [
            label(w.subject, 4),
            answer(
              8,
              subjects.filter(({ when }) => when?.(view) ?? true).map(({ text }) => text),
            ),
            label(w.article, 4),
            answer(8, undefined, 'code'),
          ],
        },
        { cells: [label(w.statement, 4), answer(20)], height: 150 },
        { cells: [label(w.enclosed, 4), answer(20)], height: 36 },
      ]),
      signed(w.appellant),
      { kind: 'heading', text: w.answer },
      form([
        { cells: [label(w.finding, 4), answer(8, findings), label(w.reference, 4), answer(8)] },
        { cells: [label(w.grounds, 4), answer(20)], height: 80 },
      ]),
      signed(w.reviewer),
    ],
  };
};
