/** The sections of two policies on the same figures, whatever their kind: what each comes to, and by which rules. */
import type { Appraisal } from '../../model/appraisal.ts';
import { machineText, operandsOf, type Quantity } from '../../model/fact.ts';
import type { Hundredths } from '../../model/money.ts';
import type { PolicySection, SectionEntry, SectionFigure } from '../../model/section-result.ts';
import type { Verdict } from '../../model/sections/verdicts.ts';
import type { FigureMove, FigureTotal, SimulatedSection, SimulatedSubject } from '../../model/simulation.ts';
import { summed } from '../../model/statements/sums.ts';
import { rulesBehind } from './rules.ts';

/** In the order of the policy after, then what only the one before has. A section goes by its kind and id. */
export function simulatedSections(before: Appraisal, after: Appraisal): SimulatedSection[] {
  return pairsBy(keyOfSection, before.sections, after.sections).flatMap(([was, is]) => {
    const section = is ?? was;
    return section ? [simulated(section, was, is)] : [];
  });
}

const keyOfSection = ({ kind, id }: PolicySection): string => `${kind} ${id}`;

/** Those of the second list in its order, each beside its like in the first; then those that only the first has. */
function pairsBy<T>(
  key: (item: T) => string,
  before: readonly T[],
  after: readonly T[],
): (readonly [T | undefined, T | undefined])[] {
  const [was, is] = [before, after].map((items) => new Map(items.map((item) => [key(item), item])));
  const keys = new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])]);
  return [...keys].map((each) => [was?.get(each), is?.get(each)]);
}

function simulated(
  { id, kind, title, article, subjects, verdictTitle }: PolicySection,
  was: PolicySection | undefined,
  is: PolicySection | undefined,
): SimulatedSection {
  const pairs = pairsBy(({ subject }: SectionEntry) => subject, was?.entries ?? [], is?.entries ?? []);
  const entries = pairs.flatMap((pair) => pair.flatMap((entry) => entry ?? []));
  const declared = [...(is?.verdicts ?? []), ...(was?.verdicts ?? [])];
  return {
    ...{ id, kind, title, article, subjects, verdictTitle },
    verdicts: occurring(declared, entries),
    entries: pairs.flatMap(([before, after]) => subjectMove(before, after) ?? []),
    totals: totalsOf(was?.entries ?? [], is?.entries ?? []),
  };
}

function totalsOf(before: readonly SectionEntry[], after: readonly SectionEntry[]): FigureTotal[] {
  return pairsBy(({ id }: SectionFigure) => id, figuresOf(before), figuresOf(after)).flatMap(([was, is]) => {
    const figure = is ?? was;
    if (figure === undefined) return [];
    const { id, title } = figure;
    const [old, now] = [yuanOf(id, before), yuanOf(id, after)];
    return String(old) === String(now) ? [] : [{ id, title, before: summed(old), after: summed(now) }];
  });
}

const isYuan = ({ fact }: SectionFigure): boolean =>
  fact.quantity?.kind === 'amount' && fact.quantity.unit === 'CNY';

/** The figures that are in yuan and add up, each once, as some entry has it. */
const figuresOf = (entries: readonly SectionEntry[]): SectionFigure[] => [
  ...new Map(
    entries.flatMap((entry) =>
      entry.figures
        .filter((figure) => isYuan(figure) && figure.shared !== true && !isPrice(figure, entry))
        .map((figure) => [figure.id, figure] as const),
    ),
  ).values(),
];

/** A value of the policy that others are calculated with: its sum over managers says nothing. */
const isPrice = ({ fact }: SectionFigure, { figures }: SectionEntry): boolean =>
  fact.origin.kind === 'parameter' &&
  figures.some(
    (each) => each.fact.origin.kind === 'calculation' && operandsOf(each.fact.origin.how).includes(fact),
  );

/** Of those whose own the figure is. */
const yuanOf = (id: string, entries: readonly SectionEntry[]): (Hundredths | null)[] =>
  entries
    .filter(({ outcome }) => outcome !== 'not-applicable')
    .flatMap(({ figures }) => {
      const own = figures.find((figure) => figure.id === id);
      if (own === undefined || own.shared) return [];
      return [own.fact.quantity?.kind === 'amount' ? own.fact.quantity.value : null];
    });

/** The verdicts that somebody has, as they are declared; those that nobody could declare as they come. */
function occurring(declared: readonly Verdict[], entries: readonly SectionEntry[]): Verdict[] {
  const seen = new Map(entries.flatMap(({ verdict }) => (verdict ? [[verdict.id, verdict] as const] : [])));
  const ids = new Set([...declared.map(({ id }) => id).filter((id) => seen.has(id)), ...seen.keys()]);
  return [...ids].flatMap((id) => seen.get(id) ?? []);
}

function subjectMove(
  before: SectionEntry | undefined,
  after: SectionEntry | undefined,
): SimulatedSubject | null {
  const entry = after ?? before;
  if (entry === undefined) return null;
  const moved = before?.verdict?.id !== after?.verdict?.id || before?.outcome !== after?.outcome;
  const figures = figureMoves(before?.figures ?? [], after?.figures ?? []);
  const side = (of: SectionEntry) => ({ findings: of.findings, verdict: of.verdict?.id ?? null });
  return {
    subject: entry.subject,
    name: entry.name,
    managerId: entry.managerId,
    before: before ? { verdict: before.verdict, outcome: before.outcome } : null,
    after: after ? { verdict: after.verdict, outcome: after.outcome } : null,
    moved,
    figures,
    rules: before && after && (moved || figures.length > 0) ? rulesBehind(side(before), side(after)) : [],
  };
}

function figureMoves(before: readonly SectionFigure[], after: readonly SectionFigure[]): FigureMove[] {
  return pairsBy(({ id }: SectionFigure) => id, before, after).flatMap(([was, is]) => {
    const figure = is ?? was;
    const [old, now] = [was?.fact.quantity ?? null, is?.fact.quantity ?? null];
    return figure === undefined || textOf(old) === textOf(now)
      ? []
      : [{ id: figure.id, title: figure.title, before: old, after: now }];
  });
}

/** A quantity with its unit, to compare. */
export const textOf = (value: Quantity | null): string =>
  value === null ? '' : `${'unit' in value ? value.unit : ''} ${machineText(value)}`;
