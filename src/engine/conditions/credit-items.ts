/** Rules on the manager's credit items: all of them, not only those of counted customers. */
import type { Portfolio } from '../../model/appraisal.ts';
import { rowsIn } from '../../model/credited.ts';
import { countOf, readOff, theseRows } from '../../model/fact.ts';
import type { Evidence, Missing } from '../../model/judgement.ts';
import { anyOf, type Outcome } from '../../model/outcome.ts';
import { ownValue } from '../../model/own-value.ts';
import { evidence, outOfScope } from '../finding.ts';
import { missingAppraisal, missingArchive, missingJudgement } from '../past.ts';
import { lookFor } from '../signs.ts';
import type { Evaluator } from './evaluator.ts';

const hasCredit = ({ loans, classification }: Portfolio): boolean =>
  loans.length > 0 || classification.length > 0;

/** Some credit item shows one of the signs; without signs: there is a credit item at all. */
export const creditItem: Evaluator<'credit-item'> = ({ signs }, { branch, measured }) => {
  const titles = (signs ?? []).flatMap((sign) => branch.policy.signs[sign]?.title ?? []);
  const title = {
    zh: `授信业务${titles.map(({ zh }) => zh).join('、')}`,
    en: `Credit item: ${titles.map(({ en }) => en).join(', ')}`,
  };
  const by = { kind: 'record', table: 'loans', column: null } as const;
  if (!hasCredit(measured.portfolio)) return { title, by, outcome: 'unmet' };
  if (!signs) {
    const rows = (['loans', 'classification'] as const).flatMap((table) =>
      rowsIn(measured.portfolio[table]).map((row) =>
        evidence(table, row, { zh: `授信业务 ${row.loan_id}`, en: `credit item ${row.loan_id}` }),
      ),
    );
    return { title, by, outcome: 'met', evidence: rows };
  }
  const seen = signs.map((sign) => lookFor(sign, measured.portfolio, branch));
  const shown = seen.flatMap((each) => each.shown);
  return {
    title,
    by,
    outcome: anyOf(seen.map(({ outcome }) => outcome)),
    observed: readOff(
      { zh: '出现风险的授信业务', en: 'Credit items at risk' },
      countOf('items', new Set(shown.map(({ loanId }) => loanId)).size),
      theseRows(
        ...(['loans', 'classification'] as const).map((table) => ({
          table,
          rows: shown.flatMap((each) => (each.evidence.table === table ? [each.evidence.origin] : [])),
        })),
      ),
    ),
    evidence: shown.map((each) => each.evidence),
    missing: seen.flatMap((each) => each.missing),
  };
};

/**
 * No credit item shows the sign now, and none did in an earlier quarter of this year. Without any item now and then the
 * rule does not apply; an earlier quarter that nobody knows leaves it unknown, unless it is unmet already.
 */
export const noCreditItem: Evaluator<'no-credit-item'> = (spec, { branch, measured, manager }) => {
  const now = lookFor(spec.sign, measured.portfolio, branch);
  const earlier = branch.past.thisYear.flatMap((quarter) => {
    const items = ownValue(quarter.manager(manager.manager_id)?.signs ?? {}, spec.sign);
    return items ? [{ period: quarter.period, ...items }] : [];
  });
  const occurred = earlier.filter(({ shown }) => shown.length > 0);
  const notes = [
    ...occurred.map(({ period, shown }) => ({
      zh: `${period} 已发生：${shown.join('、')}`,
      en: `occurred in ${period}: ${shown.join(', ')}`,
    })),
    ...(now.before.length > 0
      ? [
          {
            zh: `年初已属后三类，不算当年发生：${now.before.join('、')}`,
            en: `bad since before this year, not counted: ${now.before.join(', ')}`,
          },
        ]
      : []),
  ];
  const missing: Missing[] = [
    ...now.missing,
    ...branch.past.chain.missing.map(missingArchive),
    ...branch.past.thisYear.filter((quarter) => quarter.leftOut(manager.manager_id)).map(missingAppraisal),
    ...earlier.filter(({ unknown }) => unknown).map(({ period }) => missingJudgement(period)),
  ];
  const shown: readonly Evidence[] = now.shown.map((each) => each.evidence);
  const by = {
    kind: 'record',
    table: branch.policy.signs[spec.sign]?.table ?? 'loans',
    column: null,
  } as const;
  const answer = (outcome: Outcome) => ({ by, outcome, evidence: shown, notes, missing });

  if (now.outcome === 'met' || occurred.length > 0) return answer('unmet');
  const lenient = branch.parameters.choice(spec['no-item-without-archive']) === 'not-applicable';
  if (!hasCredit(measured.portfolio) && (missing.length === 0 || lenient))
    return { ...answer('not-applicable'), by: outOfScope.by };
  return answer(now.outcome === 'unknown' || missing.length > 0 ? 'unknown' : 'met');
};
