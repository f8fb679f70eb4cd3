/**
 * The sheets of `decisions.xlsx` as data: what each row asks, and the columns to answer in. They are written by this
 * declaration, and read back by it.
 */
import type { ClosingBasis, WarnedQuestion } from '../model/closing.ts';
import type { Choice } from '../model/table.ts';
import { comma, join, same, type Text } from '../model/text.ts';
import { articleWords, warningWords } from '../model/words.ts';
import { code, day, words } from '../spreadsheet/cells.ts';
import type { Cell } from '../spreadsheet/sheet.ts';
import { rosterColumns } from './roster.ts';

/** A column that a person fills in. */
export interface AnswerColumn {
  readonly key: string;
  readonly header: Text;
  readonly kind: 'choice' | 'date' | 'text' | 'id';
  readonly choices: readonly Choice[];
}

type SheetKind = 'warnings' | 'others' | 'lifting' | 'appointments' | 'liability' | 'traineeship';

/** What a row asks. */
interface Question {
  /** Of what is asked. */
  readonly id: string;
  /** Null: whoever the answer names. */
  readonly managerId: string | null;
  readonly known: readonly Cell[];
  /** What stands in an answer's cell before anybody has written there: it says nothing by itself. */
  readonly proposed: Readonly<Record<string, Text>>;
}

export interface AskedRow extends Question {
  /** What the row is called by on its sheet: the person's id, from the second row of the person on with a count. */
  readonly number: string;
}

interface QuestionSheet {
  readonly kind: SheetKind;
  readonly name: Text;
  /** Headers of the known cells, behind those of the id, the manager's id and the name. */
  readonly known: readonly Text[];
  readonly rows: readonly Question[];
  /** The first is the decision: where it is blank nothing is decided yet. */
  readonly answers: readonly AnswerColumn[];
}

export interface AskedSheet extends QuestionSheet {
  readonly rows: readonly AskedRow[];
}

function numbered(rows: readonly Question[]): AskedRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const of = row.managerId ?? row.id;
    const count = (counts.get(of) ?? 0) + 1;
    counts.set(of, count);
    return { ...row, number: count === 1 ? of : `${of}(${count})` };
  });
}

const answer = (
  key: string,
  header: Text,
  kind: AnswerColumn['kind'],
  choices: readonly Choice[] = [],
): AnswerColumn => ({ key, header, kind, choices });

const yesOrNo: readonly Choice[] = [
  { id: 'yes', text: { zh: '是', en: 'yes' } },
  { id: 'no', text: { zh: '否', en: 'no' } },
];

const date = answer('date', { zh: '日期', en: 'Date' }, 'date');
const reference = answer('reference', { zh: '文号', en: 'Document number' }, 'text');
const note = answer('note', { zh: '说明', en: 'Note' }, 'text');

export const w = {
  id: { zh: '编号', en: 'No.' },
  managerId: { zh: '工号', en: 'Id' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '所属机构', en: 'Unit' },
  others: { zh: '名单以外的处理', en: 'Others' },
  held: { zh: '现聘等级', en: 'Grade held' },
  level: { zh: '级别', en: 'Level' },
  reason: { zh: '事由', en: 'Reason' },
  article: { zh: '条款', en: 'Article' },
  outcome: { zh: '结论', en: 'Outcome' },
  basis: { zh: '依据', en: 'Basis' },
  measure: { zh: '处理', en: 'Decision' },
  since: { zh: '起始日', en: 'Since' },
  until: { zh: '期满日', en: 'Until' },
  begun: { zh: '原文号', en: 'By document' },
  lifted: { zh: '解除', en: 'Lifted' },
  proposal: { zh: '建议', en: 'Proposal' },
  toGrade: { zh: '建议等级', en: 'Grade proposed' },
  toDecide: { zh: '须认定', en: 'To decide' },
  action: { zh: '审批结果', en: 'Result' },
  grade: { zh: '拟聘等级', en: 'Grade' },
  body: { zh: '审批机构', en: 'Approving body' },
  opinion: { zh: '意见', en: 'Opinion' },
  loss: { zh: '是否造成损失', en: 'Loss caused' },
  main: { zh: '主要责任', en: 'Main responsibility' },
  liability: { zh: '处理决定', en: 'Decision' },
  traineeUntil: { zh: '见习期满日', en: 'Traineeship until' },
  exam: { zh: '考试', en: 'Exam' },
} as const satisfies Record<string, Text>;

const more = 20;

/** The sheets on which something waits, and the one for whomever the run did not name. */
export function askedSheets(basis: ClosingBasis): AskedSheet[] {
  const { rules } = basis;
  const heldOf = new Map(basis.people.map(({ id, grade }) => [id, grade]));
  const grade = (id: string | null): Text =>
    id === null ? same('') : (basis.ladder.find((each) => each.id === id)?.title ?? same(id));
  const held = (managerId: string): Cell => words(grade(heldOf.get(managerId) ?? null));
  const measures = Object.entries(rules.warnings.measures).map(([id, { title }]) => ({ id, text: title }));
  const measure = answer('measure', w.measure, 'choice', measures);
  const warned = ({ id, managerId, ...each }: WarnedQuestion): Question => ({
    ...{ id, managerId, proposed: {} },
    known: [
      held(managerId),
      words(each.level),
      words(each.title),
      words(articleWords(each.article)),
      words(warningWords[each.outcome]),
      words(each.basis),
    ],
  });
  const warnedColumns = [w.held, w.level, w.reason, w.article, w.outcome, w.basis];
  const sheets: QuestionSheet[] = [
    {
      kind: 'warnings',
      name: rules.warnings.name,
      known: warnedColumns,
      rows: basis.warnings.map(warned),
      answers: [measure, date, reference, note],
    },
    {
      kind: 'others',
      name: w.others,
      known: [],
      rows: Array.from({ length: more }, (_, index) => ({
        ...{ id: `+${index + 1}`, managerId: null, known: [], proposed: {} },
      })),
      answers: [
        measure,
        answer('manager', { zh: '客户经理工号', en: 'Manager' }, 'id'),
        ...[date, reference, note],
      ],
    },
  ];
  if (rules.lifting && basis.months !== null)
    sheets.push({
      kind: 'lifting',
      name: rules.lifting.name,
      known: [w.held, w.since, w.begun, w.until],
      rows: basis.lifting.map(({ id, managerId, since, reference: by, until }) => ({
        ...{ id, managerId, proposed: {} },
        known: [held(managerId), day(since), words(by), day(until)],
      })),
      answers: [answer('lifted', w.lifted, 'choice', yesOrNo), date, reference],
    });
  if (rules.appointments)
    sheets.push({
      kind: 'appointments',
      name: rules.appointments.name,
      known: [w.held, w.proposal, w.toGrade, w.article, w.toDecide],
      rows: basis.appointments.map(({ id, managerId, toGrade, approval, ...each }) => ({
        ...{ id, managerId },
        known: [
          words(grade(each.held)),
          words(each.title),
          words(grade(toGrade)),
          words(join(each.articles.map(articleWords), comma)),
          words(each.toDecide),
        ],
        proposed: {
          ...(toGrade === null ? {} : { grade: grade(toGrade) }),
          ...(approval === null ? {} : { body: approval }),
        },
      })),
      answers: [
        answer(
          'action',
          w.action,
          'choice',
          basis.actions.map(({ id, title }) => ({ id, text: title })),
        ),
        answer(
          'grade',
          w.grade,
          'choice',
          basis.ladder.map(({ id, title }) => ({ id, text: title })),
        ),
        answer('body', w.body, 'text'),
        ...[date, reference, { ...note, header: w.opinion }],
      ],
    });
  if (rules.liability)
    sheets.push({
      kind: 'liability',
      name: rules.liability.name,
      known: warnedColumns,
      rows: basis.liability.map(warned),
      answers: [
        answer('liability', w.liability, 'text'),
        answer('loss', w.loss, 'choice', yesOrNo),
        answer('main', w.main, 'choice', yesOrNo),
        ...[date, reference],
      ],
    });
  const exam = rosterColumns.trainee_exam;
  if (rules.traineeship && exam?.kind === 'choice')
    sheets.push({
      kind: 'traineeship',
      name: rules.traineeship.name,
      known: [w.since, w.until],
      rows: basis.traineeship.map(({ id, managerId, since, until }) => ({
        ...{ id, managerId, proposed: {} },
        known: [day(since), day(until)],
      })),
      // Each of the two may be known before the other.
      answers: [answer('exam', w.exam, 'choice', exam.choices), answer('until', w.traineeUntil, 'date')],
    });
  return sheets
    .filter(({ kind, rows }) => rows.length > 0 && (kind !== 'others' || measures.length > 0))
    .map((sheet) => ({ ...sheet, rows: numbered(sheet.rows) }));
}

/** Cells of ids and names stand before the known ones. */
export const idCells = (
  { number }: AskedRow,
  manager: { readonly id: string; readonly name: string } | null,
) => [code(number), code(manager?.id ?? null), words(manager?.name ?? null)];
