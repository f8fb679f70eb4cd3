/** What a later quarter needs of an appraisal: the content of `next-quarter.json`. */

import type { Appraisal, ManagerAppraisal, TargetResult } from '../model/appraisal.ts';
import type { Quarter } from '../model/calendar.ts';
import { gradedOf, warningsOf } from '../model/entries.ts';
import { machineText } from '../model/fact.ts';
import {
  type CarriedRecord,
  type CustomerFlow,
  figuresOfCustomers,
  type ManagerRecord,
  type QuarterRecord,
  type TargetRecord,
} from '../model/history.ts';
import { numberIn } from '../model/judgement.ts';
import { type Hundredths, plain } from '../model/money.ts';
import type { Tables } from '../model/package.ts';
import { decimalText, isEqual, one } from '../model/ratio.ts';
import type { Carried } from '../model/section-result.ts';
import { compactPieces, mapped } from './bytes.ts';
import type { AskedPast } from './history.ts';
import { compareText } from './origins.ts';

/** The quarters before, in order: all that is carried on of them. */
type Earlier = AskedPast['history'];

/** The bank's first run, as this package or the latest earlier quarter says. */
export const chainStartsOf = (appraisal: Appraisal, history: Earlier): Quarter | null =>
  appraisal.package.settings.chainStarts ?? history.at(-1)?.chainStarts ?? null;

export const recordOf = (appraisal: Appraisal, history: Earlier): QuarterRecord => ({
  schema: 'rm-appraisal/next-quarter/1',
  period: appraisal.period,
  chainStarts: chainStartsOf(appraisal, history),
  managers: appraisal.managers.map(managerRecord),
  notAppraised: appraisal.notAppraised.map(({ managerId }) => managerId),
  ...carriedIn(appraisal),
  exported: exportedIn(appraisal.package.tables),
});

/** The bytes of `next-quarter.json`, made manager by manager. */
export const recordContent = (appraisal: Appraisal, history: Earlier): Iterable<Uint8Array> =>
  compactPieces({
    ...recordOf({ ...appraisal, managers: [] }, history),
    managers: mapped(appraisal.managers, managerRecord),
  });

/** What sections carry on to the next quarter. */
function carriedIn({ schemes }: Appraisal): Pick<QuarterRecord, 'carried'> {
  const carried = schemes.flatMap(({ policy, sections }) => {
    const own = sections.flatMap((section) =>
      section.carried ? [[section.id, section.carried.map(carriedRecord)] as const] : [],
    );
    return own.length === 0 ? [] : [[policy.id, Object.fromEntries(own)] as const];
  });
  return carried.length === 0 ? {} : { carried: Object.fromEntries(carried) };
}

const carriedRecord = ({ managerId, claim, tranches }: Carried): CarriedRecord => ({
  managerId,
  claim: plainOrNull(claim),
  tranches: tranches.map(({ period, held, paid, forfeited }) => [
    period,
    plainOrNull(held),
    plainOrNull(paid),
    plainOrNull(forfeited),
  ]),
});
const plainOrNull = (amount: Hundredths | null): string | null => (amount === null ? null : plain(amount));

function managerRecord(appraised: ManagerAppraisal): ManagerRecord {
  const { manager, portfolio } = appraised;
  const graded = gradedOf(appraised);
  return {
    managerId: manager.manager_id,
    name: manager.name,
    unit: manager.unit,
    grade: manager.grade,
    qualifiedGrade: graded.qualifiedGrade,
    possibleGrade: graded.possibleGrade,
    targets: appraised.targets.map(targetRecord),
    warnings: warningsOf(appraised).flatMap(({ rule, level, outcome }) =>
      outcome === 'clear' || outcome === 'not-applicable' ? [] : [{ rule, level, outcome }],
    ),
    signs: Object.fromEntries(
      Object.entries(appraised.signs).map(([sign, { shown, unknown }]) => [
        sign,
        { shown: [...shown], unknown },
      ]),
    ),
    customers: figuresOfCustomers(portfolio),
    ...(appraised.offBalance && {
      offBalance: appraised.offBalance.map(([id, amounts]): [string, string] => [id, amounts]),
    }),
    ...(appraised.flows.length > 0 && {
      flows: Object.fromEntries(
        appraised.flows.map(({ measure, customers }) => [
          measure,
          customers.map(({ id, dollars, yuan }): CustomerFlow => [id, plain(dollars), plain(yuan)]),
        ]),
      ),
    }),
    verdicts: [...(appraised.trend.at(-1)?.verdicts ?? [])],
    measures: (appraised.trend.at(-1)?.measures ?? []).map(({ measure, unit, quarter, year }) => ({
      measure,
      unit,
      quarter: quarter === null ? null : plain(quarter),
      year: year === null ? null : plain(year),
    })),
  };
}

function targetRecord({ indicator, main, unit, quarter, year, weight }: TargetResult): TargetRecord {
  const completion = ({ actual, target }: TargetResult['quarter']) => ({
    actual: actual.quantity && machineText(actual.quantity),
    target: machineText(target),
  });
  const weighed = numberIn(weight.quantity) ?? one;
  return {
    indicator,
    main,
    unit,
    quarter: completion(quarter),
    year: completion(year),
    ...(!isEqual(weighed, one) && { weight: decimalText(weighed) }),
  };
}

function exportedIn({ deposits, loans, settlement, classification }: Tables): QuarterRecord['exported'] {
  // Nearly every customer has one manager.
  const customers = new Map<string, string[]>();
  for (const rows of [deposits, loans, settlement])
    for (const { customer_id: customer, manager_id: manager } of rows) {
      const managers = customers.get(customer);
      if (managers === undefined) customers.set(customer, manager === '' ? [] : [manager]);
      else if (manager !== '' && !managers.includes(manager)) managers.push(manager);
    }
  return {
    accounts: eachOnce(deposits.flatMap(({ account }) => account || [])),
    loans: eachOnce(loans.map(({ loan_id }) => loan_id)),
    classified: eachOnce(classification.map(({ loan_id }) => loan_id)),
    customers: [...customers]
      .sort(([a], [b]) => compareText(a, b))
      .map(([customer, managers]) => [customer, ...managers.sort(compareText)]),
  };
}

/** In order. Sorted first: a set of all of a bank's accounts would take more room than their list. */
const eachOnce = (ids: readonly string[]): string[] =>
  ids.toSorted(compareText).filter((id, index, all) => id !== all[index - 1]);
