/** The foot of the first page: the interview, how to object, who signs on which day, how the page is read, what it rests on. */

import { warningsOf } from '../../../model/entries.ts';
import type { Row } from '../../../model/package.ts';
import { assumedIn } from '../../../model/statements/assumed.ts';
import { comma, join, joined, type Text } from '../../../model/text.ts';
import { words } from '../../../spreadsheet/cells.ts';
import { form, label, over } from '../../../spreadsheet/form.ts';
import type { Block, FormCell } from '../../../spreadsheet/sheet.ts';
import { policyName } from '../../words.ts';
import type { ManagerView } from '../view.ts';
import { nextGrade } from './next-grade.ts';
import type { Room } from './room.ts';

const w = {
  interview: { zh: '面谈记录、改进措施', en: 'Interview, what was agreed' },
  object: { zh: '如有异议，填“申诉表”交', en: 'Objection: sheet “Appeal”, to' },
  last: { zh: '上次申诉：', en: 'Last appeal: ' },
  until: { zh: '截止日期', en: 'until' },
  signManager: { zh: '客户经理', en: 'Manager' },
  signHead: { zh: '机构负责人', en: 'Head of unit' },
  signHr: { zh: '人力资源部', en: 'HR' },
  date: { zh: '日期', en: 'Date' },
  policy: { zh: '依据', en: 'Under' },
  fingerprint: { zh: '运行指纹', en: 'run' },
  assumedInRemarks: { zh: '含假设，见各条说明', en: 'assumed values: see the remarks' },
  assumedElsewhere: { zh: '各项评定的假设见各制度的工作表', en: 'assumed by sections: see their sheets' },
  guide: {
    zh: '怎样看本页：①先看结论，“还差”是离标准的数，“达成”是已到的部分；②蓝色带下划线的可点开看明细，数字都是公式，点一下可见出处；③“无法判断”不是“不符合”，补齐资料后重算；黄格可填写。',
    en: 'How to read this page: (1) the result first; “missing” is what a line is short by, “reached” how far it has come; (2) what is blue and underlined opens the detail, and each figure is a formula; (3) “unknown” is not “not met”: it is worked out again once the data is there. Yellow cells can be filled in.',
  },
};

/** A cell to fill in, or to go on from what the policy says. */
const answer = (span: number, known: Text | null = null): FormCell =>
  over(span, words(known, { look: 'answer', open: true }));

const signed = (caption: Text): readonly FormCell[] => [
  over(3, words(caption, { look: 'line' })),
  over(5, words(null, { look: 'sign' })),
];

/** What became of the manager's last appeal, as the ledger has it: `2026-08-03 银申〔2026〕5号 部分成立`. */
function lastAppeal({ appraised, appraisal: { policy } }: ManagerView): Text | null {
  const last = appraised.portfolio.events
    .filter(({ kind }) => policy.closing.roles[kind] === 'appeal')
    .reduce<Row<'events'> | null>(
      (latest, each) => (latest && latest.date > each.date ? latest : each),
      null,
    );
  if (last === null) return null;
  return join([
    w.last,
    [last.date, last.reference, last.note].filter(Boolean).join(' '),
    { zh: '。', en: '.' },
  ]);
}

/** Whether what the page says of the next grade and of the warnings rests on what no source gives: the remarks name it. */
const isAssumed = ({ appraised }: ManagerView): boolean =>
  assumedIn([
    ...(nextGrade({ appraised })?.rules ?? []),
    ...warningsOf(appraised).map(({ finding }) => finding),
  ]).length > 0;

export function closingBlocks(view: ManagerView): (room: Room) => readonly Block[] {
  const { appraisal } = view;
  const { appeals } = appraisal.policy;
  const appealed = lastAppeal(view);
  const assumed = [
    ...(isAssumed(view) ? [w.assumedInRemarks] : []),
    ...(view.sections.some(({ section }) => section.assumed.length > 0) ? [w.assumedElsewhere] : []),
  ];
  const policies = joined(appraisal.schemes, comma, ({ policy }) => policyName(policy));
  const asked = form([
    { cells: [label(w.interview, 5), answer(19)], height: 34 },
    {
      cells: [
        over(6, words(w.object, { look: 'label', link: { sheet: 'appeal' } })),
        answer(8, appeals?.to),
        label(w.until, 4),
        answer(6, appeals?.until),
      ],
    },
    { cells: [w.signManager, w.signHead, w.signHr].flatMap(signed), height: 24 },
    { cells: [w.date, w.date, w.date].flatMap(signed), height: 22 },
  ]);
  return ({ guide }) => [
    { kind: 'space' },
    asked,
    ...(appealed === null ? [] : [{ kind: 'text', text: appealed } as const]),
    ...(guide ? [{ kind: 'text', text: w.guide, tone: 'muted' } as const] : []),
    {
      kind: 'text',
      tone: 'muted',
      text: join(
        [join([w.policy, ' ', policies]), join([w.fingerprint, ` ${appraisal.fingerprint}`]), ...assumed],
        ' · ',
      ),
    },
  ];
}
