/**
 * What a policy's own keys declare (floor, grades, targets, warnings, allowance, decisions), as sections like any other:
 * an entry for each manager, with a verdict, figures, findings and lines.
 */
import type { Appraisal, ManagerAppraisal, TargetResult } from '../../model/appraisal.ts';
import { amountOf, type Calculation, countOf, type Fact, inFull, show, theseRows } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Basis } from '../../model/measure.ts';
import { plain } from '../../model/money.ts';
import { allOf, anyOf, type Outcome } from '../../model/outcome.ts';
import type { PolicyFile } from '../../model/policy.ts';
import type { PolicySection, SectionEntry, SectionFigure } from '../../model/section-result.ts';
import { inBoth, none, same, type Text } from '../../model/text.ts';
import { outcomeWords } from '../../model/words.ts';

import { completionFact, isTask, missingActual } from '../completions.ts';
import { findingOf, missingIn, outOfScope } from '../finding.ts';
import { entryOf, figureOf } from './evaluator.ts';
import { assessmentFindings } from './grades.ts';
import { unassignedSection, watchListSection } from './lists.ts';

/** What the sections are made from: the rest of an appraisal. */
export type Appraised = Omit<Appraisal, 'sections'>;

const noWarning = { id: 'none', title: { zh: '无预警', en: 'none' } };
const titles = {
  grades: { zh: '等级测算', en: 'Grades' },
  targets: { zh: '计划完成', en: 'Targets' },
  warnings: { zh: '预警', en: 'Warnings' },
  allowance: { zh: '津贴', en: 'Allowance' },
  decisions: { zh: '聘任建议', en: 'Proposal' },
  held: { zh: '现聘等级', en: 'Grade held' },
  qualified: { zh: '测算等级', en: 'Qualified grade' },
  possible: { zh: '可能等级', en: 'Possible grade' },
  proposed: { zh: '拟聘等级', en: 'Grade proposed' },
  rate: { zh: '每月标准（元）', en: 'Rate a month (yuan)' },
  days: { zh: '减半天数', en: 'Days at half' },
  amount: { zh: '本季津贴（元）', en: 'Allowance of the quarter (yuan)' },
  level: { zh: '最重预警', en: 'Gravest warning' },
} as const satisfies Record<string, Text>;

/** The sections of the policy with the ladder, those that it declares. */
export function ladderSections(appraised: Appraised, file: PolicyFile): PolicySection[] {
  const { managers, policy } = appraised;
  const section = (
    kind: PolicySection['kind'],
    title: Text,
    article: string,
    verdictTitle: Text,
    entry: (manager: ManagerAppraisal) => SectionEntry,
    more: Partial<Pick<PolicySection, 'of' | 'verdicts'>> = {},
  ): PolicySection => ({
    id: kind,
    policy: policy.id,
    kind,
    title,
    article,
    subjects: 'managers',
    verdictTitle,
    verdicts: [],
    entries: managers.map(entry),
    ...more,
  });
  const titleOf = (grade: string | null): Text =>
    grade === null ? none : (policy.ladder.find(({ id }) => id === grade)?.title ?? same(grade));
  const conditions = { of: 'conditions' } as const;
  return [
    ...(file.floor
      ? [
          section('floor', file.floor.title, file.floor.article, file.floor.title, floorEntry, {
            verdicts: [verdictOf('met'), verdictOf('unmet')],
          }),
        ]
      : []),
    ...(file.grades.length > 0
      ? [
          section('grades', titles.grades, '', titles.qualified, (each) => gradesEntry(each, titleOf), {
            verdicts: [...policy.ladder.filter(({ trainee }) => !trainee), { id: 'none', title: none }].map(
              ({ id, title }) => ({ id, title }),
            ),
          }),
        ]
      : []),
    ...(policy.ladder.length > 0
      ? [section('targets', titles.targets, '', titles.targets, targetsEntry)]
      : []),
    ...(file.warnings.length > 0
      ? [
          section('warnings', titles.warnings, '', titles.level, (each) => warningsEntry(each, policy), {
            ...conditions,
            verdicts: [
              ...policy.warningLevels.toReversed().map(({ id, title }) => ({ id, title })),
              noWarning,
            ],
          }),
        ]
      : []),
    ...(Object.keys(file['watch-list']).length > 0 ? [watchListSection(appraised)] : []),
    ...(file.unassigned ? [unassignedSection(appraised, file.unassigned.article)] : []),
    ...(file.allowance
      ? [section('allowance', titles.allowance, file.allowance.article, titles.allowance, allowanceEntry)]
      : []),
    ...(managers.some(({ decision }) => decision !== null)
      ? [
          section(
            'decisions',
            titles.decisions,
            '',
            titles.decisions,
            (each) => decisionEntry(each, titleOf),
            conditions,
          ),
        ]
      : []),
  ];
}

/** Judged, or why there is no verdict. */
const stateOf = (outcome: Outcome): Outcome => (outcome === 'unmet' ? 'met' : outcome);

const verdictOf = (outcome: Outcome) => ({ id: outcome, title: outcomeWords[outcome] });

function floorEntry({ manager, floor }: ManagerAppraisal): SectionEntry {
  const { outcome, missing } = floor;
  const judged = outcome === 'met' || outcome === 'unmet';
  return entryOf(manager, {
    outcome: stateOf(outcome),
    verdict: judged ? verdictOf(outcome) : null,
    findings: [floor],
    missing,
  });
}

/** A grade, read off or worked out. */
const gradeFigure = (id: 'held' | 'qualified' | 'possible' | 'proposed', title: Text): SectionFigure =>
  figureOf(id, titles[id], {
    quantity: { kind: 'words', value: title },
    origin: { kind: 'calculation', title: titles[id], how: { from: [] } },
  });

function gradesEntry(
  { manager, grades, qualifiedGrade, possibleGrade, notes }: ManagerAppraisal,
  titleOf: (grade: string | null) => Text,
): SectionEntry {
  const judged = qualifiedGrade === possibleGrade;
  const findings = assessmentFindings(grades, titleOf);
  return entryOf(manager, {
    outcome: judged ? 'met' : 'unknown',
    verdict: judged ? { id: qualifiedGrade ?? 'none', title: titleOf(qualifiedGrade) } : null,
    figures: [
      gradeFigure('held', titleOf(manager.grade)),
      gradeFigure('qualified', titleOf(qualifiedGrade)),
      gradeFigure('possible', titleOf(possibleGrade)),
    ],
    findings,
    missing: judged ? [] : missingIn(findings),
    notes,
  });
}

const aside: Text = { zh: '非主要指标', en: 'not a main indicator' };
const basisTitles = {
  quarter: { zh: '本季完成率', en: 'completion of the quarter' },
  year: { zh: '本年完成率', en: 'completion of the year' },
} as const;

function completionFinding(target: TargetResult, basis: Basis): Finding {
  const named = { rule: null, title: basisTitles[basis], article: '' };
  const observed = completionFact(target, basis);
  if (!isTask(target, basis)) return findingOf(named, outOfScope);
  return findingOf(named, {
    by: { kind: 'known' },
    outcome: observed.quantity === null ? 'unknown' : 'met',
    observed,
    missing: [missingActual(target)],
  });
}

function targetsEntry({ manager, targets }: ManagerAppraisal): SectionEntry {
  const findings = targets.map((target) => {
    const parts = [completionFinding(target, 'quarter'), completionFinding(target, 'year')];
    return findingOf(
      { rule: target.indicator, title: target.title, article: '' },
      {
        by: { kind: 'all' },
        outcome: allOf(parts.map(({ outcome }) => outcome)),
        parts,
        missing: missingIn(parts),
        notes: target.main ? [] : [aside],
      },
    );
  });
  return entryOf(manager, {
    outcome: targets.length === 0 ? 'not-applicable' : allOf(findings.map(({ outcome }) => outcome)),
    findings,
    missing: missingIn(findings),
  });
}

const review: Text = { zh: '待有权部门认定', en: 'for review by a person' };

/** The rules of each level together, from light to heavy; the heaviest that speaks is the verdict. */
function warningsEntry({ manager, warnings }: ManagerAppraisal, policy: Appraisal['policy']): SectionEntry {
  const levels = policy.warningLevels.map(({ id, title }) => {
    const own = warnings.filter(({ level }) => level === id);
    const parts = own.map(({ finding, outcome }) =>
      outcome === 'review' ? { ...finding, notes: [...finding.notes, review] } : finding,
    );
    const outcome = anyOf(parts.map((part) => part.outcome));
    return { id, title, parts, outcome };
  });
  const speaking = levels.findLast(({ outcome }) => outcome === 'met');
  const open = levels.filter(({ outcome }) => outcome === 'unknown');
  const heaviest = speaking ?? (open.length === 0 ? noWarning : null);
  return entryOf(manager, {
    outcome: heaviest === null ? 'unknown' : 'met',
    verdict: heaviest && { id: heaviest.id, title: heaviest.title },
    findings: levels
      .filter(({ parts }) => parts.length > 0)
      .map(({ id, title, parts, outcome }) =>
        findingOf(
          { rule: id, title, article: '' },
          { by: { kind: 'any' }, outcome, parts, missing: missingIn(parts) },
        ),
      ),
    missing: open.flatMap(({ parts }) => missingIn(parts)),
  });
}

function allowanceEntry({ manager, allowance }: ManagerAppraisal): SectionEntry {
  const { rate, amount, halvedDays, months, from, halvedBy } = allowance;
  const [ratedBy, ...others] = from;
  const origin = (title: Text, how: Calculation): Fact['origin'] => ({ kind: 'calculation', title, how });
  const days: Fact = {
    quantity: countOf('days', halvedDays),
    origin:
      halvedBy.length === 0
        ? origin(titles.days, { from: others })
        : { kind: 'rows', title: titles.days, rows: theseRows({ table: 'events', rows: halvedBy }) },
  };
  const rated: Fact = ratedBy ?? {
    quantity: amountOf('CNY', rate),
    origin: origin(titles.rate, { from: [] }),
  };
  return entryOf(manager, {
    outcome: 'met',
    verdict: { id: plain(amount), title: inBoth((lang) => show(inFull(amountOf('CNY', amount)), lang)) },
    figures: [
      figureOf('rate', titles.rate, rated),
      figureOf('halved-days', titles.days, days),
      figureOf('amount', titles.amount, {
        quantity: amountOf('CNY', amount),
        origin: origin(titles.amount, { from: [rated, ...others, days] }),
      }),
    ],
    lines: [
      ...months.map(({ month, days, halvedDays }) => ({
        title: same(month.slice(0, 7)),
        says: {
          zh: `${days} 天，其中减半 ${halvedDays} 天`,
          en: `${days} days, ${halvedDays} of them at half`,
        },
        outcome: null,
        table: null,
        origin: null,
      })),
      ...halvedBy.map((event) => ({
        title: titles.days,
        says: same([event.date, event.reference, event.note].filter(Boolean).join(' ')),
        outcome: null,
        table: 'events' as const,
        origin: event,
      })),
    ],
  });
}

function decisionEntry(
  { manager, decision }: ManagerAppraisal,
  titleOf: (grade: string | null) => Text,
): SectionEntry {
  if (decision === null) return entryOf(manager, { outcome: 'not-applicable' });
  const { action, title, toGrade, approval, considered, missing, notes } = decision;
  const undecided = action === 'undecided';
  return entryOf(manager, {
    outcome: undecided ? 'unknown' : 'met',
    verdict: undecided ? null : { id: action, title },
    figures: [gradeFigure('held', titleOf(manager.grade)), gradeFigure('proposed', titleOf(toGrade))],
    findings: considered,
    missing,
    notes: [
      ...notes,
      ...(approval ? [{ zh: `审批：${approval.zh}`, en: `approval: ${approval.en}` }] : []),
      ...(decision.needsPerson ? [review, ...decision.toDecide] : []),
    ],
  });
}
