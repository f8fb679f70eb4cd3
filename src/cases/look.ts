/**
 * Looks up what a case speaks of in an appraisal: `first deposits`, `first deposits gap`, `warning yellow.floor`,
 * `decision to` … A place that does not exist is a fault of the case, never an empty answer.
 */

import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import {
  type AllowanceEntry,
  type Decision,
  decisionOf,
  floorOf,
  gradedOf,
  gradesOf,
  warningsOf,
} from '../model/entries.ts';
import { type Fact, machineText } from '../model/fact.ts';
import { type Finding, gapOf, type Missing } from '../model/judgement.ts';
import { plain } from '../model/money.ts';
import { sixPlaces } from '../model/ratio.ts';
import type { Text } from '../model/text.ts';
import { CaseFault } from './fault.ts';
import { ordinaryManager } from './package.ts';

const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join('、'));
const figure = (fact: Fact | null): string => (fact?.quantity ? machineText(fact.quantity) : 'none');
const keysOf = (missing: readonly Missing[]): string => list(missing.map(({ key }) => key));
const wordsOf = (texts: readonly Text[]): string => list(texts.map(({ zh }) => zh));

function fail(what: string): never {
  throw new CaseFault({
    zh: `案例所看的地方不存在：${what}`,
    en: `the case looks at what does not exist: ${what}`,
  });
}

const rowsOf = ({ evidence }: Finding): string =>
  list(evidence.map(({ table, origin }) => `${table}:${origin.row}`));

/** An aspect of a finding; without one, its outcome. */
const gapText = (finding: Finding): string => {
  const gap = gapOf(finding);
  return gap ? machineText(gap) : 'none';
};

function aspect(finding: Finding, words: readonly string[]): string {
  const [first, ...rest] = words;
  switch (first) {
    case undefined:
      return finding.outcome;
    case 'observed':
      return figure(finding.observed);
    case 'threshold':
      return figure(finding.threshold);
    case 'gap':
      return gapText(finding);
    case 'missing':
      return keysOf(finding.missing);
    case 'notes':
      return wordsOf(finding.notes);
    case 'rows':
      return rowsOf(finding);
    case 'year': {
      const part = finding.parts.find(({ aside }) => aside);
      return part ? aspect(part, rest) : fail(words.join(' '));
    }
    case 'largest': {
      const part = finding.parts.find(({ rule }) => rule === null);
      return part ? aspect(part, rest) : fail(words.join(' '));
    }
    default:
      return fail(words.join(' '));
  }
}

const within = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((finding) => [finding, ...within(finding.parts)]);

function decisionAspect(decision: Decision, [first]: readonly string[]): string {
  switch (first) {
    case undefined:
      return decision.action;
    case 'to':
      return decision.toGrade ?? 'none';
    case 'articles':
      return list(decision.articles);
    case 'approval':
      return decision.approval?.zh ?? 'none';
    case 'needs-person':
      return decision.needsPerson ? 'yes' : 'no';
    case 'alternative':
      return decision.alternative ?? 'none';
    case 'warnings':
      return list(decision.warnings);
    case 'admonished-until':
      return decision.admonishedUntil ?? 'none';
    case 'missing':
      return keysOf(decision.missing);
    case 'to-decide':
      return wordsOf(decision.toDecide);
    case 'notes':
      return wordsOf(decision.notes);
    default:
      return fail(`decision ${first}`);
  }
}

function allowanceAspect({ allowance, missing, notes }: AllowanceEntry, [first]: readonly string[]): string {
  const yuan = (value: bigint | null): string => (value === null ? 'none' : plain(value));
  switch (first) {
    case undefined:
      return yuan(allowance.amount);
    case 'other-fee':
      return yuan(allowance.otherFee);
    case 'halved-days':
      return String(allowance.halvedDays);
    case 'missing':
      return keysOf(missing);
    case 'notes':
      return wordsOf(notes);
    default:
      return fail(`allowance ${first}`);
  }
}

function targetAspect(appraised: ManagerAppraisal, [indicator, basis, part]: readonly string[]): string {
  const target = appraised.targets.find(
    (each) => each.indicator === indicator || each.title.zh === indicator,
  );
  if (!target || (basis !== 'quarter' && basis !== 'year')) return fail(`target ${indicator} ${basis}`);
  if (part === 'actual') return figure(target[basis].actual);
  const { ratio } = target[basis];
  return ratio ? sixPlaces(ratio) : 'none';
}

/** `section stars`, `section stars figure reward`, `section headcount @甲分行 figure base`, `section stars rule five-star deposits`. */
function sectionAspect(appraisal: Appraisal, [id = '', ...words]: readonly string[]): string {
  const section = appraisal.schemes.flatMap(({ sections }) => sections).find((each) => each.id === id);
  if (!section) return words.length === 0 ? 'none' : fail(`section ${id}`);
  const other = words[0]?.startsWith('@') ? words[0].slice(1) : null;
  const entry = section.entries.find(({ subject }) => subject === (other ?? ordinaryManager));
  const [first, second = '', ...rest] = other === null ? words : words.slice(1);
  if (!entry) return fail(`section ${id} ${other ?? ordinaryManager}`);
  switch (first) {
    case undefined:
      return entry.verdict?.id ?? entry.outcome;
    case 'outcome':
      return entry.outcome;
    case 'missing':
      return keysOf(entry.missing);
    case 'notes':
      return wordsOf(entry.notes);
    case 'lines':
      return list(entry.lines.map(({ title, says }) => `${title.zh} ${says.zh}`.trim()));
    case 'figure':
      return figure((entry.figures.find((each) => each.id === second) ?? fail(`figure ${second}`)).fact);
    case 'rule': {
      const [inner, ...more] = rest;
      const outer = entry.findings.find(({ rule }) => rule === second) ?? fail(`rule ${second}`);
      if (inner === undefined) return outer.outcome;
      const found = within(outer.parts).find(({ rule }) => rule === inner);
      return found ? aspect(found, more) : aspect(outer, rest);
    }
    default:
      return fail(`section ${id} ${first}`);
  }
}

/** What stands at a place of the appraisal, as text. */
export function lookAt(place: string, appraisal: Appraisal): string {
  const [first = '', ...rest] = place.split(' ');
  if (first === 'section') return sectionAspect(appraisal, rest);
  const appraised =
    appraisal.managers.find(({ manager }) => manager.manager_id === ordinaryManager) ??
    fail('the manager of the case, who is not appraised');
  switch (first) {
    case 'qualified':
      return gradedOf(appraised).qualifiedGrade ?? 'none';
    case 'possible':
      return gradedOf(appraised).possibleGrade ?? 'none';
    case 'missing':
      return list(appraised.entries.grades?.openRules ?? []);
    case 'notes':
      return wordsOf(appraised.entries.grades?.notes ?? []);
    case 'floor':
      return aspect(floorOf(appraised) ?? fail(place), rest);
    case 'allowance':
      return allowanceAspect(appraised.entries.allowance ?? fail(place), rest);
    case 'decision': {
      const decision = decisionOf(appraised);
      return decision ? decisionAspect(decision, rest) : 'none';
    }
    case 'target':
      return targetAspect(appraised, rest);
    case 'warning': {
      const [rule, ...more] = rest;
      const warning = warningsOf(appraised).find((each) => each.rule === rule);
      if (!warning) return fail(place);
      if (more[0] === 'level') return warning.level;
      if (more[0] === 'list') return warning.list;
      if (more.length === 0) return warning.outcome;
      const part = within(warning.finding.parts).find((each) => each.rule === more[0]);
      return part ? aspect(part, more.slice(1)) : aspect(warning.finding, more);
    }
    case 'watch-list':
      return list(appraisal.watchList.map(({ loanId, reasons }) => `${loanId} ${reasons.join(' ')}`));
    case 'unassigned': {
      const found = appraisal.unassigned.find(({ customerId }) => customerId === rest[0]);
      return found ? (found.forHr ? 'for-hr' : 'small') : fail(place);
    }
    default: {
      const assessment = gradesOf(appraised).find(({ grade }) => grade === first) ?? fail(place);
      const [rule, ...more] = rest;
      if (rule === undefined) return assessment.outcome;
      if (rule === 'rules') return list(assessment.rules.map((each) => each.rule ?? ''));
      const finding = within(assessment.rules).find((each) => each.rule === rule);
      return finding ? aspect(finding, more) : fail(place);
    }
  }
}
