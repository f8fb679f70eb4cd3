/**
 * Some customer's deposits moved far from one quarter's end to the next, or fell through a line. Customers who came to the
 * manager, or went to another one, moved no money by that.
 */
import { shiftQuarter } from '../../model/calendar.ts';
import { countOf, fromArchive } from '../../model/fact.ts';
import { figuresOfCustomers } from '../../model/history.ts';
import { grouped } from '../../model/money.ts';
import { metIf } from '../../model/outcome.ts';
import type { Text } from '../../model/text.ts';
import { missingAppraisal, missingArchive } from '../past.ts';
import { currenciesIn, missingRate, rowsOf, yuanAt } from './declining.ts';
import type { Evaluator } from './evaluator.ts';

export const depositsMoved: Evaluator<'deposits-moved'> = (spec, context) => {
  const { branch, manager, measured } = context;
  const { previous } = branch.past;
  const period = shiftQuarter(branch.period, -1);
  const by = { kind: 'archive', period } as const;
  if (!previous) return { by, outcome: 'unknown', missing: [missingArchive(period)] };
  if (previous.leftOut(manager.manager_id))
    return { by, outcome: 'unknown', missing: [missingAppraisal(previous)] };
  const then = previous.manager(manager.manager_id)?.customers ?? [];
  const unrated = currenciesIn(then).filter((code) => !branch.package.rates.has(code));
  if (unrated.length > 0) return { by, outcome: 'unknown', missing: unrated.map(missingRate) };

  const inYuan = yuanAt(branch.package.rates);
  const now = new Map(figuresOfCustomers(measured.portfolio).map((each) => [each[0], inYuan(each)[0]]));
  const { value: line } = branch.parameters.amount(spec['at-least'] ?? spec['to-less-than'] ?? '');
  const isFar = (before: bigint, after: bigint): boolean => {
    if (spec['to-less-than'] !== undefined) return before >= line && after < line;
    return before - after >= line || after - before >= line;
  };
  const moved = then
    .map((each) => ({ id: each[0], before: inYuan(each)[0], after: now.get(each[0]) }))
    .filter(({ id, after }) => after !== undefined || !branch.onBooks.has(id))
    .filter(({ before, after = 0n }) => isFar(before, after));
  return {
    by,
    outcome: metIf(moved.length > 0),
    observed: fromArchive(
      { zh: '存款变动的客户', en: 'Customers whose deposits moved' },
      countOf('customers', moved.length),
      period,
    ),
    evidence: moved.flatMap(({ id, before, after = 0n }) => rowsOf(context, id, saying(id, before, after))),
    notes: moved.map(({ id, before, after = 0n }) => saying(id, before, after)),
  };
};

const saying = (id: string, before: bigint, after: bigint): Text => ({
  zh: `${id}：存款 ${grouped(before)} → ${grouped(after)}`,
  en: `${id}: deposits ${grouped(before)} → ${grouped(after)}`,
});
