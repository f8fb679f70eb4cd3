/** An appraisal as `results.json`: the engine's findings reduced to ids, figures and source rows. */

import type { Appraisal, Completion, ManagerAppraisal } from '../model/appraisal.ts';
import { decisionOf, floorOf, gradedOf, gradesOf, type Warning, warningsOf } from '../model/entries.ts';
import { type Fact, machineText, type Quantity } from '../model/fact.ts';
import { type Assumed, type Finding, gapOf, neededOf } from '../model/judgement.ts';
import { type Hundredths, plain } from '../model/money.ts';
import type { Outcome } from '../model/outcome.ts';
import { sixPlaces } from '../model/ratio.ts';
import type { ManagerResult, Results, RuleResult, WarningResult } from '../model/results.ts';
import type { SectionResult } from '../model/section-result.ts';
import { assumedIn } from '../model/statements/assumed.ts';
import { firstRun } from '../model/statements/first-run.ts';
import { fold, within } from '../model/walk.ts';
import { mapped, prettyPieces } from './bytes.ts';
import { originsOf } from './origins.ts';

/** The content of `results.json`, its keys in the schema's order. */
export const resultsOf = (appraisal: Appraisal): Results => ({
  schema: 'rm-appraisal/results/1',
  period: appraisal.period,
  stage: appraisal.stage,
  policies: appraisal.schemes.map(({ policy: { id, edition, sha256 } }) => ({ id, edition, sha256 })),
  managers: appraisal.managers.map((each) => managerResult(each, appraisal)),
  notAppraised: appraisal.notAppraised.map(({ managerId, problems }) => ({
    managerId,
    problems: problems.map(({ zh }) => zh),
  })),
  unassigned: appraisal.unassigned.map(({ customerId, deposits, loans, forHr }) => ({
    customerId,
    deposits: plain(deposits),
    loans: plain(loans),
    forHr,
  })),
  watchList: appraisal.watchList.map(({ loanId, managerId, reasons }) => ({
    loanId,
    managerId,
    reasons: [...reasons],
  })),
  reconciliation: appraisal.reconciliation.map((books) => ({
    table: books.table,
    rowsRead: books.rowsRead,
    rowsCounted: books.rowsCounted,
    rowsExcluded: books.rowsExcluded,
    rowsDropped: books.rowsDropped,
    rowsInError: books.rowsInError,
    yuanRead: plainOrNull(books.yuanRead),
    yuanCredited: plainOrNull(books.yuanCredited),
    yuanExcluded: plainOrNull(books.yuanExcluded),
  })),
  schemes: Object.fromEntries(
    appraisal.schemes
      .filter(({ sections }) => sections.length > 0)
      .map(({ policy, sections }) => [
        policy.id,
        Object.fromEntries(sections.map((section) => [section.id, sectionResult(section)])),
      ]),
  ),
});

/** The bytes of `results.json`, made manager by manager: a whole bank's are more than a text can hold. */
export const resultsContent = (appraisal: Appraisal): Iterable<Uint8Array> =>
  prettyPieces({
    ...resultsOf({ ...appraisal, managers: [] }),
    managers: mapped(appraisal.managers, (each) => managerResult(each, appraisal)),
  });

const sectionResult = ({ kind, assumed, entries }: SectionResult): Results['schemes'][string][string] => ({
  kind,
  ...named(assumed),
  entries: entries.map((entry) => ({
    subject: entry.subject,
    managerId: entry.managerId,
    outcome: entry.outcome,
    verdict: entry.verdict?.id ?? null,
    figures: Object.fromEntries(
      entry.figures.map(({ id, fact }) => [id, { value: textOf(fact), unit: unitOf(fact) }]),
    ),
    rules: entry.findings.flatMap(ruleResults),
    lines: entry.lines.map(({ title, says, outcome, origin }) => ({
      title: title.zh,
      says: says.zh,
      outcome,
      evidence: origin === null ? [] : originsOf([origin]),
    })),
    missing: entry.missing.map(({ key }) => key),
    notes: entry.notes.map(({ zh }) => zh),
  })),
});

function managerResult(appraised: ManagerAppraisal, { chain }: Appraisal): ManagerResult {
  const { manager, entries } = appraised;
  const [floor, decision] = [floorOf(appraised), decisionOf(appraised)];
  const { qualifiedGrade, possibleGrade } = gradedOf(appraised);
  return {
    managerId: manager.manager_id,
    name: manager.name,
    unit: manager.unit,
    grade: manager.grade,
    appraised: true,
    grades: gradesOf(appraised).map(({ grade, outcome, rules }) => ({
      grade,
      outcome,
      rules: rules.flatMap(ruleResults),
    })),
    qualifiedGrade,
    possibleGrade,
    missing: [...(entries.grades?.openRules ?? [])],
    notes: (entries.grades?.notes ?? firstRun(chain)).map(({ zh }) => zh),
    floor: {
      outcome: floor?.outcome ?? 'not-applicable',
      observed: textOf(floor?.observed ?? null),
      threshold: textOf(floor?.threshold ?? null),
    },
    targets: appraised.targets.map(({ indicator, main, quarter, year }) => ({
      indicator,
      main,
      quarter: completionOf(quarter),
      year: completionOf(year),
    })),
    warnings: warningsOf(appraised).flatMap(warningResult),
    allowance: allowanceResult(appraised),
    decision: decision && {
      action: decision.action,
      toGrade: decision.toGrade,
      approval: decision.approval?.zh ?? null,
      articles: [...decision.articles],
      needsPerson: decision.needsPerson,
      alternative: decision.alternative,
      warnings: [...decision.warnings],
      admonishedUntil: decision.admonishedUntil,
      ...resting(decision.considered.slice(-1)),
      missing: decision.missing.map(({ key }) => key),
    },
  };
}

/** What a policy with one fee says is what it always said. */
function allowanceResult({ entries }: ManagerAppraisal): ManagerResult['allowance'] {
  if (entries.allowance === null) return { amount: plain(0n), halvedDays: 0 };
  const { allowance, missing } = entries.allowance;
  const { amount, other, otherFee, halvedDays } = allowance;
  return {
    amount: amount === null ? null : plain(amount),
    ...(other && { otherFee: otherFee === null ? null : plain(otherFee) }),
    halvedDays,
    ...(missing.length > 0 && { missing: missing.map(({ key }) => key) }),
  };
}

/** A finding as a rule; one that the policy does not name gives way to the named ones inside it. */
const ruleResults = (finding: Finding): RuleResult[] =>
  fold<Finding, RuleResult[]>(finding, (each, parts) => ruleResult(each, parts.flat()));

function ruleResult(finding: Finding, inside: RuleResult[]): RuleResult[] {
  const { rule, article, outcome, by } = finding;
  if (rule === null) return inside;
  if (inside.length > 0)
    return [
      {
        rule,
        article,
        outcome,
        needed: neededOf(finding),
        by,
        ...resting([unnamed(finding)]),
        rules: inside,
      },
    ];
  const total = carrierOf(finding);
  const single = total.parts.find(({ observed }) => isLargest(observed));
  const year = total.parts.find(({ aside, threshold }) => aside && threshold !== null);
  const largest = single && {
    observed: textOf(single.observed),
    threshold: textOf(single.threshold),
    gap: gapText(single, single.outcome),
    customerId: single.observed?.origin.kind === 'measure' ? single.observed.origin.customerId : null,
    outcome: single.outcome,
  };
  return [
    {
      rule,
      article,
      outcome,
      observed: textOf(total.observed),
      threshold: textOf(total.threshold),
      gap: gapText(total, outcome),
      unit: unitOf(total.observed) ?? unitOf(total.threshold),
      by: total.by,
      ...resting([finding]),
      ...(year && { yearThreshold: textOf(year.threshold) }),
      ...(largest && { largest }),
    },
  ];
}

/** What no source gives and the findings rest on; nothing is said where that is nothing. */
const resting = (findings: readonly Finding[]) => named(assumedIn(findings));
const named = (assumed: readonly Assumed[]): { assumed?: string[] } =>
  assumed.length === 0 ? {} : { assumed: assumed.map(({ parameter }) => parameter) };

/** Without the named rules inside it, which say their own. */
const unnamed = (finding: Finding): Finding => ({
  ...finding,
  parts: finding.parts.flatMap((part) => (part.rule === null ? unnamed(part) : [])),
});

/** The finding that carries a rule's figures: the rule itself, or the part that decided it. */
function carrierOf(finding: Finding): Finding {
  if (hasFigures(finding)) return finding;
  const parts = finding.parts.filter(hasFigures);
  return parts.find(({ outcome }) => outcome === finding.outcome) ?? parts[0] ?? finding;
}

function warningResult(warning: Warning): WarningResult[] {
  const { rule, level, article, outcome, finding } = warning;
  if (outcome === 'clear' || outcome === 'not-applicable') return [];
  return [
    {
      rule,
      level,
      article,
      outcome,
      ...resting([finding]),
      evidence: originsOf(within(finding).flatMap(({ evidence }) => evidence.map(({ origin }) => origin))),
      figures: {
        observed: textOf(finding.observed),
        threshold: textOf(finding.threshold),
        unit: unitOf(finding.observed) ?? unitOf(finding.threshold),
        by: finding.by,
        parts: figuresIn(finding).map((part) => ({
          title: part.title.zh,
          outcome: part.outcome,
          observed: textOf(part.observed),
          threshold: textOf(part.threshold),
          unit: unitOf(part.observed) ?? unitOf(part.threshold),
          by: part.by,
        })),
        missing: [...new Set(within(finding).flatMap(({ missing }) => missing.map(({ key }) => key)))],
      },
    },
  ];
}

const hasFigures = ({ observed, threshold }: Finding): boolean => observed !== null || threshold !== null;

/** The parts with figures of their own. What a figure of several quarters is made of stands in the explanation. */
const figuresIn = ({ parts }: Finding): Finding[] =>
  parts.flatMap((part) =>
    fold<Finding, Finding[]>(part, (each, inside) => [
      ...(hasFigures(each) ? [each] : []),
      ...(each.by.kind === 'every-quarter' ? [] : inside.flat()),
    ]),
  );

const completionOf = ({ actual, target, ratio }: Completion) => ({
  actual: textOf(actual),
  target: machineText(target),
  completion: ratio && sixPlaces(ratio),
});

const isLargest = (fact: Fact | null): boolean =>
  fact?.origin.kind === 'measure' && fact.origin.over === 'largest';

const plainOrNull = (amount: Hundredths | null): string | null => (amount === null ? null : plain(amount));

const textOf = (fact: Fact | null): string | null => {
  const quantity = fact?.quantity ?? null;
  return quantity && machineText(quantity);
};

/** What a figure that is to be reached is short of. A met rule lacks nothing, whether there was something to measure or not. */
function gapText(finding: Finding, outcome: Outcome): string | null {
  if (outcome === 'met') return '0.00';
  const reaches = finding.by.kind === 'at-least' || finding.by.kind === 'scope';
  const gap = reaches ? gapOf({ ...finding, by: { kind: 'at-least' } }) : null;
  return gap && machineText(gap);
}

const unitOf = (fact: Fact | null): string | null => {
  const quantity: Quantity | null = fact?.quantity ?? null;
  return quantity !== null && 'unit' in quantity ? quantity.unit : null;
};
