/** The two ways to declare a decision table, read as one: over the ladder, or over the titles of a section. */
import type { GradeId } from '../../model/in-force.ts';
import type { Missing } from '../../model/judgement.ts';
import type { DecisionSpec, PolicyFile } from '../../model/policy.ts';
import { isDestination, type ProposalsSpec } from '../../model/sections/proposals.ts';
import { none, type Text } from '../../model/text.ts';
import { lacking } from '../conditions/person.ts';
import { type Context, ranks } from '../context.ts';
import { review } from './evaluator.ts';

/** A row of either; what only the ladder's may have is optional. */
export type DecisionRow = Omit<ProposalsSpec['decisions'][number], 'to'> &
  Partial<Pick<DecisionSpec, 'to' | 'articles' | 'alternative' | 'none-qualified' | 'note'>>;

export interface DecisionTable {
  readonly titles: Readonly<Record<GradeId, { readonly title: Text; readonly approval: Text }>>;
  /** From high to low, those between which a step leads. */
  readonly order: readonly GradeId[];
  /** The first that is met is the proposal. */
  readonly rows: readonly DecisionRow[];
  /** Whatever row decides: where one of these is met, a person must confirm the proposal. */
  readonly confirm: PolicyFile['person-decides'];
  /** The action that a step below the lowest comes to; null: the row's own. */
  readonly leaving: string | null;
  readonly approvedBy: (held: GradeId, to: GradeId | null) => Text | null;
  readonly words: { readonly held: Text; readonly to: Text };
  /** What is proposed where a row leads nowhere; null: nothing is said. */
  readonly nowhere: Text | null;
  /** What an entry says of where it leads. */
  readonly leadsTo: (to: GradeId | null) => readonly Text[];
  /** What it says where a person must confirm it. */
  readonly person: Text;
}

export const ladderTable = (policy: PolicyFile): DecisionTable => ({
  titles: policy.ladder,
  order: ranks(policy),
  rows: policy.decisions,
  confirm: policy['person-decides'],
  leaving: policy.decisions.some(({ action }) => action === policy.leaving) ? policy.leaving : null,
  // The higher of the two: who appointed decides.
  approvedBy: (held, to) => {
    const of = policy['approved-by'] === 'higher' ? [held, to] : [to ?? held];
    return Object.entries(policy.ladder).find(([grade]) => of.includes(grade))?.[1].approval ?? null;
  },
  words: { held: { zh: '现聘等级', en: 'Grade held' }, to: { zh: '拟聘等级', en: 'Grade proposed' } },
  nowhere: none,
  leadsTo: () => [],
  person: review,
});

export const sectionTable = ({ titles, decisions }: ProposalsSpec): DecisionTable => ({
  titles,
  order: Object.keys(titles),
  rows: decisions,
  confirm: [],
  leaving: null,
  approvedBy: (held, to) => titles[to ?? held]?.approval ?? null,
  words: { held: { zh: '现任职位', en: 'Title held' }, to: { zh: '建议职位', en: 'Title proposed' } },
  nowhere: null,
  leadsTo: (to) => {
    const named = to === null ? undefined : titles[to]?.title;
    return [
      named
        ? { zh: `建议职位：${named.zh}`, en: `title proposed: ${named.en}` }
        : { zh: '没有更低的职位', en: 'there is no lower title' },
    ];
  },
  person: { zh: '须由人选定', en: 'a person chooses' },
});

/** The grade that a row leads to; null where it leads below the lowest or nowhere; or what it takes to tell. */
export function destination(
  row: DecisionRow,
  { order }: DecisionTable,
  held: GradeId,
  context: Context,
): GradeId | null | Missing {
  const { branch, qualified } = context;
  const place = order.indexOf(held);
  /** Upwards no further than the highest. */
  const step = (by: number): GradeId | null =>
    order[by < 0 && place >= 0 ? Math.max(0, place + by) : place + by] ?? null;
  const to = row.to ?? branch.parameters.choice(row['to-reading'] ?? '');
  if (!isDestination(to)) throw new Error(`${row['to-reading']}: ${to} is no grade to go to`);
  switch (to) {
    case 'nowhere':
      return null;
    case 'held':
      return held;
    case 'one-up':
      return step(-1);
    case 'two-up':
      return step(-2);
    case 'one-down':
      return step(1);
    case 'qualified':
      return qualified ?? row['none-qualified'] ?? null;
    case 'one-down-or-qualified':
      return qualified === null ? null : (order[Math.max(place + 1, order.indexOf(qualified))] ?? null);
    case 'level':
      return gradeOfLevel(context);
  }
}

/** The grade, a trainee's left out, that the former employee level stands for. */
function gradeOfLevel({ branch, manager }: Context): GradeId | Missing {
  const written = manager.employee_level;
  if (!written) return lacking('employee_level', { branch, manager });
  const level = /^\D*(\d+)\D*$/.exec(written)?.[1];
  const grade = ranks(branch.policy).find(
    (each) => String(branch.policy.ladder[each]?.['employee-level']) === level,
  );
  return (
    grade ?? {
      key: 'cell:employee_level',
      text: {
        zh: `原行员等级“${written}”不对应任何等级`,
        en: `the former employee level "${written}" stands for no grade`,
      },
    }
  );
}
