/** A measure of the year against a line. */
import { z } from 'zod';
import type { References } from '../reference.ts';
import { node } from './node.ts';

export const compare = node({
  form: ({ choice, byGrade, forSome, measure }: References) =>
    z
      .strictObject({
        measure,
        'at-least': byGrade.amount.describe('The line, included.'),
        'largest-at-least': forSome.amount
          .optional()
          .describe(
            'What the largest single customer must reach as well; grades without a value do not ask for it.',
          ),
        'customers-at-least': byGrade.yuan
          .optional()
          .describe(
            "Customers count whose deposits reach this line of the rule's own; without it, those of `counted-customers`.",
          ),
        flows: choice(['pro-rata', 'as-is', 'rolling'])
          .optional()
          .describe(
            "For what adds up over the year: how it is held against the year's line before the year is over.",
          ),
      })
      .describe(
        'A measure of the year against a line, in the currency of the line; both bounds are included. Unknown where a column that the measure needs is not there, or it cannot be told whether a customer counts.',
      ),
  says: (
    { measure, 'at-least': least, 'largest-at-least': largest, 'customers-at-least': customers, flows },
    names,
  ) => {
    const { say, value } = names;
    const also = largest
      ? say({ zh: `，单户 ≥ ${value(largest)}`, en: `, one customer ≥ ${value(largest)}` })
      : '';
    const counted =
      customers === undefined
        ? ''
        : say({ zh: `（客户 ≥ ${value(customers)}）`, en: ` (customers ≥ ${value(customers)})` });
    const by = flows
      ? say({ zh: `（年中：${value(flows)}）`, en: ` (before the year's end: ${value(flows)})` })
      : '';
    return `${names.measure(measure)} ≥ ${value(least)}${also}${counted}${by}`;
  },
});
