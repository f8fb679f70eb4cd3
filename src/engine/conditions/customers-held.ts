/** How many customers are on a manager's books, and how many of them stand in each tier. */
import type { ConditionSpecs } from '../../model/conditions/index.ts';
import { rowsIn } from '../../model/credited.ts';
import { countOf, type Fact, madeFrom, readOff, rowsFound } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Text } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { comparedBy, findingOf } from '../finding.ts';
import { lackingFor } from './compare.ts';
import type { Evaluator } from './evaluator.ts';

/** Customers with deposits, loans or settlement, against a line. */
export const customersHeld: Evaluator<'customers-held'> = (spec, context) => {
  const kind = spec['more-than'] === undefined ? 'at-most' : 'more-than';
  const { parameters } = context.branch;
  const line = spec[kind] ?? '';
  return {
    ...comparedBy(kind, onBooks(context), {
      ...parameters.fact(line),
      quantity: countOf('customers', parameters.count(line)),
    }),
    parts: Object.entries(spec.tiers ?? {}).map(([id, tier]) => tierOf(id, tier, context)),
  };
};

type Tier = NonNullable<ConditionSpecs['customers-held']['tiers']>[string];

/** How many reach the tier's line and not the next one's; not known while one customer's figure is not. */
function tierOf(
  id: string,
  { title, measure, 'at-least': from, 'less-than': below }: Tier,
  context: Context,
): Finding {
  const { measured, branch } = context;
  const figureOf = measured.customersBy(measure, 'year');
  const { value: least } = branch.parameters.amount(from);
  const next = below === undefined ? null : branch.parameters.amount(below).value;
  const figures = [...measured.customers.keys()].map((customer) => ({ customer, value: figureOf(customer) }));
  const isKnown = figures.every(({ value }) => value !== null);
  const inside = figures.flatMap(({ customer, value }) =>
    value !== null && value >= least && (next === null || value < next) ? [customer] : [],
  );
  return findingOf(
    { rule: id, title, article: '' },
    {
      by: { kind: 'known' },
      outcome: isKnown ? 'met' : 'unknown',
      observed: isKnown ? some(title, new Set(inside), context) : null,
      aside: true,
      missing: isKnown ? [] : lackingFor([measure], context),
    },
  );
}

/** All of them: the sheets list every customer, so that no list of rows is kept for the number alone. */
const onBooks = ({ measured: { customers } }: Context): Fact =>
  madeFrom({ zh: '管户数', en: 'Customers on the books' }, countOf('customers', customers.size));

/** Some of them, with their rows. */
const some = (title: Text, ids: ReadonlySet<string>, { measured: { portfolio } }: Context): Fact =>
  readOff(
    title,
    countOf('customers', ids.size),
    rowsFound(() =>
      (['deposits', 'loans', 'settlement'] as const).map((table) => ({
        table,
        rows: rowsIn(portfolio[table]).filter(({ customer_id }) => ids.has(customer_id)),
      })),
    ),
  );
