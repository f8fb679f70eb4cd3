/**
 * A manager's figure by the assignments as a calculation: of each customer the whole and the running shares between which
 * the part lies, and what is credited as ever.
 */
import { amountOf, type Calculation, type Fact, type RowsBehind, readOff, theseRows } from '../model/fact.ts';
import { sum } from '../model/money.ts';
import type { Ratio } from '../model/ratio.ts';
import { same, type Text } from '../model/text.ts';
import type { AssignedPart } from './measured-portfolio.ts';
import type { Member } from './teams.ts';

const titles = {
  share: { zh: '累计份额', en: 'Running share' },
  ownCustomers: { zh: '不在管户分配中的客户', en: 'Customers without assignments' },
} as const satisfies Record<string, Text>;

/** The same figure, worked out customer by customer; `rows`: those of the customers without assignments. */
export function byAssignments(
  whole: Fact,
  rows: RowsBehind,
  parts: readonly AssignedPart[],
  unit: string,
): Fact {
  const { quantity, origin } = whole;
  const known = parts.flatMap(({ part }) => part ?? []);
  const facts = parts.map((part) => partFact(part, unit));
  const rest = quantity?.kind === 'amount' ? quantity.value - sum(known) : 0n;
  const own: Fact = readOff(titles.ownCustomers, amountOf(unit, rest), rows);
  const terms = [...(rest === 0n && facts.length > 0 ? [] : [own]), ...facts];
  const how: Calculation = { sum: terms.map((fact) => ({ fact })) };
  return { quantity, origin: { kind: 'calculation', title: origin.title, how } };
}

function partFact({ customerId, member, whole, part, rows }: AssignedPart, unit: string): Fact {
  const all: Fact = readOff(same(customerId), whole === null ? null : amountOf(unit, whole), rows);
  const upTo = (share: Ratio): Calculation => ({
    cents: { product: [{ fact: all }, { fact: shareFact(share, member) }] },
  });
  const how: Calculation =
    member.before.n === 0n ? upTo(member.after) : { difference: [upTo(member.after), upTo(member.before)] };
  return {
    quantity: part === null ? null : amountOf(unit, part),
    origin: { kind: 'calculation', title: same(customerId), how },
  };
}

const shareFact = (value: Ratio, { rows }: Member): Fact =>
  readOff(titles.share, { kind: 'ratio', value }, theseRows({ table: 'assignments', rows }));
