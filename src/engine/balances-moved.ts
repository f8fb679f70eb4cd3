/** Which customers a manager's balances moved by since the end of the quarter before, foreign amounts at this quarter's rates. */
import type { BalancesMoved } from '../model/appraisal.ts';
import { type CustomerFigures, figuresOfCustomers } from '../model/history.ts';
import { type Hundredths, sum } from '../model/money.ts';
import { currenciesIn, yuanAt } from './conditions/declining.ts';
import type { Context } from './context.ts';

const balances = [
  { what: 'deposits', place: 0 },
  { what: 'loans', place: 1 },
] as const;

/** So many customers are named. */
const most = 3;

const sizeOf = (value: Hundredths): Hundredths => (value < 0n ? -value : value);

export function balancesMoved({ branch, manager, measured }: Context): BalancesMoved[] {
  const record = branch.past.previous?.manager(manager.manager_id);
  if (!record) return [];
  const { rates } = branch.package;
  const { portfolio, customers: names } = measured;
  const current = figuresOfCustomers(portfolio);
  if (currenciesIn([...record.customers, ...current]).some((code) => !rates.has(code))) return [];
  const inYuan = yuanAt(rates);
  const byId = (figures: readonly CustomerFigures[]) =>
    new Map(figures.map((each) => [each[0], inYuan(each)] as const));
  const [then, now] = [byId(record.customers), byId(current)];
  return balances.map(({ what, place }): BalancesMoved => {
    const changes = [...now]
      .map(([id, figures]) => ({
        id,
        name: names.get(id) ?? id,
        change: figures[place] - (then.get(id)?.[place] ?? 0n),
      }))
      .filter(({ change }) => change !== 0n)
      .sort((a, b) => Number(sizeOf(b.change) - sizeOf(a.change)) || (a.id < b.id ? -1 : 1));
    const gone = [...then].flatMap(([id, figures]) =>
      now.has(id) || figures[place] === 0n ? [] : [-figures[place]],
    );
    return {
      what,
      change: sum([...changes.map(({ change }) => change), ...gone]),
      customers: changes.slice(0, most),
      others: Math.max(0, changes.length - most),
      gone: { count: gone.length, change: sum(gone) },
    };
  });
}
