/** Whole years since a day of the roster, by calendar anniversaries. */
import { sinceDay } from '../conditions/person.ts';
import { figureValue, type Reader } from './value.ts';

export const yearsSince: Reader<'years-since'> = (column, _, context) => {
  const { fact, missing } = sinceDay(column, context);
  return figureValue(fact, missing);
};
