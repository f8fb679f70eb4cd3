/**
 * Lines of pay or points, their total within its bounds, what it is called, and its rank. A line that is not known leaves
 * the total unknown, bounds or not; only a veto that is certain decides without it.
 */
import { type Calculation, countOf, type Fact } from '../../../model/fact.ts';
import { type Finding, numberIn } from '../../../model/judgement.ts';
import { compare } from '../../../model/ratio.ts';
import type { SectionEntry, SectionFigure } from '../../../model/section-result.ts';
import type { AmountSpec, LinesSpec } from '../../../model/sections/lines.ts';
import { paid } from '../../../model/sections/paid.ts';
import { tableColumns } from '../../../model/sections/table.ts';
import { type Verdict, verdicts } from '../../../model/sections/verdicts.ts';
import { inBoth, same, type Text } from '../../../model/text.ts';
import { type ComputedAs, calculated, points, worth, yuan } from '../../arithmetic.ts';
import { evaluate } from '../../conditions/index.ts';
import { type Context, type Field, gradeOf } from '../../context.ts';
import { figureOf as seenOf } from '../../figures/index.ts';
import { asCondition, missingIn } from '../../finding.ts';
import { anything, type Between, exactly as known, type Ranks, ranksOf } from '../../ranges.ts';
import { leftOutOf, sameGroup } from '../../ranked.ts';
import { eachOnce, entryOf, figureOf, type SectionEvaluator } from '../evaluator.ts';
import { resultsOf } from '../results.ts';
import { isApplicable, type Line, lineOf } from './line.ts';
import { bounded, exactly } from './priced.ts';
import { amountTitle, figureIn } from './row.ts';

const titles = {
  sum: { zh: '各项合计', en: 'Sum of the lines' },
  total: { zh: '总分', en: 'Total' },
  least: { zh: '保底', en: 'Least' },
  most: { zh: '封顶', en: 'Most' },
  basis: { zh: '取自', en: 'Decided by' },
  rank: { zh: '名次', en: 'Rank' },
  result: { zh: '结果', en: 'Result' },
} as const;

const bases = {
  lines: { zh: '各项合计', en: 'the lines' },
  least: titles.least,
  most: titles.most,
  veto: { zh: '一票否决', en: 'the veto' },
} as const satisfies Record<string, Text>;

export const lines: SectionEvaluator<LinesSpec> = (spec, { contexts, branch, leftOut }) => {
  const managers = contexts.map((context) => ({ context, of: managerOf(spec, context) }));
  const ranks = spec.rank === undefined ? null : ranked(spec, managers, leftOutOf(leftOut, branch));
  return {
    subjects: 'managers',
    verdictTitle: titles.result,
    entries: managers.map(({ context, of }, index) => entryFor(spec, of, ranks?.[index] ?? null, context)),
  };
};

interface OfManager {
  /** Null: everybody takes part. */
  readonly part: Finding | null;
  readonly veto: Finding | null;
  readonly lines: readonly Line[];
  readonly figures: readonly SectionFigure[];
  readonly total: SectionFigure;
  /** Below it no total falls, known or not; null: there is no such bound. */
  readonly least: Fact | null;
  readonly missing: SectionEntry['missing'];
}

function managerOf(spec: LinesSpec, context: Context): OfManager {
  const as: ComputedAs = spec.unit === 'CNY' ? yuan : points;
  const part = spec['takes-part'] ? evaluate(spec['takes-part'], context) : null;
  const veto = spec.veto ? asCondition(evaluate(spec.veto, context)) : null;
  const each = Object.entries(spec.lines).map(([id, line]) => lineOf(id, line, as, context));
  const running = runningTotals(each, as);
  const applicable = each.filter(isApplicable).map(({ amount }): Calculation => ({ fact: amount.fact }));
  const sum = figureOf(
    'sum',
    inUnit(titles.sum, spec),
    calculated(titles.sum, as, applicable.length === 0 ? { number: '0' } : { sum: applicable }),
  );
  const bound = (id: 'least' | 'most') => boundOf(id, spec.total?.[id], spec, context);
  const [least, most] = [bound('least'), bound('most')];
  const how =
    part?.outcome === 'unknown'
      ? null
      : totalOf(
          spec,
          veto,
          bounded({ fact: sum.fact }, least && exactly(least.figure.fact), most && exactly(most.figure.fact)),
          context,
        );
  const result = spec.unit === 'CNY' ? paid.lines : { id: 'total', title: titles.total };
  const total = figureOf(result.id, result.title, calculated(result.title, as, how));
  const decided = spec.total === undefined && spec.veto === undefined;
  return {
    part,
    veto,
    lines: each,
    figures: [
      ...each.flatMap((line, index) => [...line.figures, ...(running[index] ?? [])]),
      ...(decided
        ? [total]
        : [
            sum,
            ...[least, most].flatMap((each) => each?.figure ?? []),
            total,
            basisOf(sum, least?.figure, most?.figure, veto, total),
          ]),
    ],
    total,
    least: least?.figure.fact ?? null,
    missing: eachOnce([
      ...missingIn([part, veto].flatMap((finding) => finding ?? [])),
      ...each.flatMap((line) => line.missing),
      ...[least, most].flatMap((each) => each?.missing ?? []),
    ]),
  };
}

const inUnit = (title: Text, { unit }: LinesSpec): Text =>
  unit === 'CNY' ? { zh: `${title.zh}（元）`, en: `${title.en} (yuan)` } : title;

function boundOf(id: 'least' | 'most', amount: AmountSpec | undefined, spec: LinesSpec, context: Context) {
  if (amount === undefined) return null;
  const title = inUnit(titles[id], spec);
  if (typeof amount === 'string') {
    const fact = context.branch.parameters.fact(amount, gradeOf(context));
    return { figure: figureOf(id, title, fact), missing: [] };
  }
  const { fact, missing } = seenOf(amount, context);
  return { figure: figureOf(id, title, fact), missing };
}

/** What the lines come to so far, beside each of them; one that does not apply adds nothing and has none. */
function runningTotals(each: readonly Line[], as: ComputedAs): (readonly SectionFigure[])[] {
  if (each.length < 2) return [];
  let before: Fact | null = null;
  return each.map((line) => {
    if (!isApplicable(line)) return [];
    const { amount, row } = line;
    const parts: Calculation[] = [before, amount.fact].flatMap((fact) => (fact ? { fact } : []));
    const title = amountTitle(tableColumns.running, as);
    const figure = figureIn(row, 'running', 'running', title, calculated(title, as, { sum: parts }));
    before = figure.fact;
    return [figure];
  });
}

/** A certain veto decides; where it is not known, neither is the total. */
function totalOf(
  { veto: spec }: LinesSpec,
  veto: Finding | null,
  within: Calculation,
  context: Context,
): Calculation | null {
  if (veto?.outcome === 'unknown') return null;
  if (veto?.outcome !== 'met') return within;
  const gives = spec?.gives;
  return gives === undefined
    ? { number: '0' }
    : { fact: context.branch.parameters.fact(gives, gradeOf(context)) };
}

/** Which of the sum, its bounds and the veto the total is. */
function basisOf(
  sum: SectionFigure,
  least: SectionFigure | undefined,
  most: SectionFigure | undefined,
  veto: Finding | null,
  total: SectionFigure,
): SectionFigure {
  const [value, low, high] = [sum, least, most].map((figure) => numberIn(figure?.fact.quantity));
  const basis =
    veto?.outcome === 'met'
      ? bases.veto
      : value && high && compare(value, high) > 0
        ? bases.most
        : value && low && compare(value, low) < 0
          ? bases.least
          : bases.lines;
  return figureOf('basis', titles.basis, {
    quantity: total.fact.quantity && { kind: 'words', value: basis },
    origin: { kind: 'calculation', title: titles.basis, how: { from: [sum.fact] } },
  });
}

const takesPart = ({ part }: OfManager): boolean => part?.outcome !== 'unmet';

interface Ranked {
  readonly context: Context;
  readonly of: OfManager;
}

/** The rank of each who takes part: one, or from the best to the worst; of a total that is not known there is none. */
function ranked(
  { rank: first = 'highest', among }: LinesSpec,
  managers: readonly Ranked[],
  leftOut: Field['leftOut'],
): (Fact | null)[] {
  const field = managers.filter(({ of }) => takesPart(of));
  const ranks = new Map<OfManager, Ranks>();
  for (const {
    context: { manager },
    of,
  } of field) {
    if (ranks.has(of)) continue;
    const group = field.filter((other) => sameGroup(among, manager, other.context.manager));
    const others = leftOut.filter((other) => sameGroup(among, manager, other)).map(() => anything);
    const found = ranksOf([...group.map((each) => rangeOf(each.of)), ...others], first);
    for (const [index, each] of group.entries()) {
      const own = found[index];
      if (own) ranks.set(each.of, own);
    }
  }
  return managers.map(({ of: manager }) => {
    const found = ranks.get(manager);
    const quantity =
      found === undefined || manager.total.fact.quantity === null
        ? null
        : found.best === found.worst
          ? countOf('rank', found.best)
          : ({ kind: 'words', value: same(`${found.best}–${found.worst}`) } as const);
    return {
      quantity,
      origin: { kind: 'calculation', title: titles.rank, how: { from: [manager.total.fact] } },
    };
  });
}

/** What is not known may be anything from the least total on. */
function rangeOf({ total, least }: OfManager): Between {
  const value = numberIn(total.fact.quantity);
  if (value) return known(value);
  return least === null ? anything : { least: worth({ fact: least }), most: null };
}

function entryFor(spec: LinesSpec, of: OfManager, rank: Fact | null, context: Context): SectionEntry {
  const figures = [...of.figures, ...(rank ? [figureOf('rank', titles.rank, rank)] : [])];
  const findings = [of.part, of.veto].flatMap((finding) => finding ?? []);
  if (!takesPart(of)) return entryOf(context.manager, { outcome: 'not-applicable', figures, findings });
  const isKnown = of.total.fact.quantity !== null;
  const results = spec.results ? resultsOf(spec.results, of.total.fact, spec.article, context) : null;
  const before = [...findings, ...ofLines(of)];
  const byVeto = vetoResult(spec);
  const steps = results?.steps(
    before.length,
    byVeto ? [{ finding: findings.length - 1, verdict: byVeto, figures: {} }] : [],
  );
  const reached = of.veto?.outcome === 'met' && byVeto ? byVeto : results?.reached;
  return entryOf(context.manager, {
    outcome: isKnown ? 'met' : 'unknown',
    verdict: isKnown ? (reached ?? verdicts.lines.known) : null,
    verdictSteps: steps ? { takesPart: of.part === null ? null : 0, ...steps } : null,
    figures,
    findings: [...before, ...(results?.findings ?? [])],
    missing: isKnown ? [] : of.missing,
    notes: of.lines.filter((line) => !isApplicable(line)).map(({ amount }) => doesNotApply(amount.title)),
  });
}

/** What the section comes to where the veto is met; null: whatever its total does. */
function vetoResult({ results, veto }: LinesSpec): Verdict | null {
  const id = veto?.result;
  const result = id === undefined ? undefined : results?.[id];
  return id !== undefined && result ? { id, title: result.title } : null;
}

/** Whom lines speak of. */
const ofLines = ({ lines }: OfManager): Finding[] => lines.flatMap(({ applies }) => applies ?? []);

const doesNotApply = (title: Text): Text =>
  inBoth(
    (lang) => ({ zh: `${title.zh}：不适用，不计`, en: `${title.en}: does not apply, adds nothing` })[lang],
  );
