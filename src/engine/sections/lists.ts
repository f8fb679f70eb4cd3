/** The lists of the branch as sections: the credit items to be monitored, and the customers without a manager. */
import type { Appraisal, UnassignedCustomer, WatchItem } from '../../model/appraisal.ts';
import { amountOf, type Fact, readOff, theseRows } from '../../model/fact.ts';
import type { Evidence } from '../../model/judgement.ts';
import type { PolicySection, SectionEntry, SectionLine } from '../../model/section-result.ts';
import { tables } from '../../model/tables/index.ts';
import { same, type Text } from '../../model/text.ts';
import { entryAbout, figureOf } from './evaluator.ts';

const linesOf = (evidence: readonly Evidence[]): SectionLine[] =>
  evidence.map(({ table, origin, says }) => ({
    title: tables[table].title,
    says,
    outcome: null,
    table,
    origin,
  }));

const watched = { zh: '监察名单', en: 'Watch list' };

export const watchListSection = ({
  policy,
  watchList,
}: Pick<Appraisal, 'policy' | 'watchList'>): PolicySection => ({
  id: 'watch-list',
  policy: policy.id,
  kind: 'watch-list',
  title: watched,
  article: '',
  subjects: 'loans',
  verdictTitle: watched,
  verdicts: [],
  entries: watchList.map(watchEntry),
});

const watchEntry = ({ loanId, managerId, customerId, reasons, evidence }: WatchItem): SectionEntry => ({
  ...entryAbout(loanId, same(loanId), {
    outcome: 'met',
    verdict: { id: reasons.join('、'), title: watched },
    lines: linesOf(evidence),
    notes: [{ zh: `客户 ${customerId}`, en: `customer ${customerId}` }],
  }),
  managerId,
});

const open = { zh: '无人管户', en: 'Without a manager' };
const assign = { id: 'assign', title: { zh: '应配备客户经理', en: 'should have a manager' } };
const small = { id: 'small', title: { zh: '可不配备', en: 'need not have one' } };

export const unassignedSection = (
  { policy, unassigned }: Pick<Appraisal, 'policy' | 'unassigned'>,
  article: string,
): PolicySection => ({
  id: 'unassigned',
  policy: policy.id,
  kind: 'unassigned',
  title: open,
  article,
  subjects: 'customers',
  verdictTitle: open,
  verdicts: [assign, small],
  entries: unassigned.map(unassignedEntry),
});

function unassignedEntry({
  customerId,
  name,
  deposits,
  loans,
  forHr,
  rows,
}: UnassignedCustomer): SectionEntry {
  const figure = (id: 'deposits' | 'loans', title: Text, value: bigint) =>
    figureOf(
      id,
      title,
      readOff(
        title,
        amountOf('CNY', value),
        theseRows({ table: id, rows: rows.flatMap((row) => (row.table === id ? [row.origin] : [])) }),
      ) satisfies Fact,
    );
  return entryAbout(customerId, same(`${customerId} ${name}`.trim()), {
    outcome: 'met',
    verdict: forHr ? assign : small,
    figures: [
      figure('deposits', { zh: '存款日均', en: 'Average deposits' }, deposits),
      figure('loans', { zh: '贷款日均', en: 'Average loans' }, loans),
    ],
    lines: linesOf(rows),
  });
}
