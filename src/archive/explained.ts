/** Resolves the references of an explanation: what the file states once stands wherever it is used. */
import { type CountUnit, inUnit, type Quantity } from '../model/fact.ts';
import { parseRatio } from '../model/ratio.ts';
import type {
  ExplainedFact,
  ExplainedFinding,
  ExplainedQuantity,
  ExplainedRows,
  Explanation,
} from './explanation.ts';

export type ResolvedRows = readonly {
  readonly table: ExplainedRows[number]['table'];
  readonly file: string;
  readonly sheet: string | null;
  /** `5-18,20` */
  readonly rows: string;
}[];

type ExplainedOrigin = ExplainedFact['origin'];
type ResolvedOrigin = ExplainedOrigin extends infer O
  ? O extends { readonly rows: number }
    ? Omit<O, 'rows'> & { readonly rows: ResolvedRows }
    : O extends { readonly of: number[] }
      ? Omit<O, 'of'> & { readonly of: readonly ResolvedFact[] }
      : O
  : never;

export interface ResolvedFact {
  readonly quantity: ExplainedQuantity | null;
  readonly origin: ResolvedOrigin;
}

export interface ResolvedFinding
  extends Omit<ExplainedFinding, 'observed' | 'threshold' | 'parts' | 'evidence'> {
  readonly observed: ResolvedFact | null;
  readonly threshold: ResolvedFact | null;
  readonly parts: readonly ResolvedFinding[];
  readonly evidence: readonly {
    readonly table: ExplainedRows[number]['table'];
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number;
    readonly says: ExplainedFinding['title'];
  }[];
}

/** What a section says of the manager, its references resolved. */
export type ResolvedSection = ResolvedExplanation['schemes'][number]['sections'][number];

/** An explanation with its references resolved. */
export type ResolvedExplanation = ReturnType<typeof resolveExplanation>;

export function resolveExplanation(explanation: Explanation) {
  const sourceAt = (place: number) => at(explanation.sources, place);
  const rowsAt = (place: number): ResolvedRows =>
    at(explanation.rowLists, place).map(({ table, source, rows }) => ({ table, ...sourceAt(source), rows }));
  const facts = new Map<number, ResolvedFact>();
  /** The same fact is the same object, wherever it is named. */
  const factAt = (place: number): ResolvedFact => {
    const known = facts.get(place);
    if (known !== undefined) return known;
    const { quantity, origin } = at(explanation.facts, place);
    const fact = { quantity, origin: resolvedOrigin(origin) };
    facts.set(place, fact);
    return fact;
  };
  const resolvedOrigin = (origin: ExplainedOrigin): ResolvedOrigin => {
    switch (origin.kind) {
      case 'measure':
      case 'rows':
        return { ...origin, rows: rowsAt(origin.rows) };
      case 'calculation':
        return { ...origin, of: origin.of.map(factAt) };
      default:
        return origin;
    }
  };
  const findingAt = (place: number): ResolvedFinding => {
    const finding = at(explanation.findings, place);
    return {
      ...finding,
      observed: finding.observed === null ? null : factAt(finding.observed),
      threshold: finding.threshold === null ? null : factAt(finding.threshold),
      parts: finding.parts.map(findingAt),
      evidence: finding.evidence.map(({ table, source, row, says }) => ({
        table,
        ...sourceAt(source),
        row,
        says,
      })),
    };
  };
  const { period, managerId, name, unit } = explanation;
  return {
    ...{ period, managerId, name, unit },
    schemes: explanation.schemes.map((scheme) => ({
      ...scheme,
      sections: scheme.sections.map((section) => ({
        ...section,
        figures: section.figures.map((figure) => ({ ...figure, fact: factAt(figure.fact) })),
        findings: section.findings.map(findingAt),
        lines: section.lines.map(({ source, ...line }) => ({
          ...line,
          source: source === null ? null : sourceAt(source),
        })),
      })),
    })),
  };
}

/** The item at a place; a place that the file does not have is a fault of whoever wrote it. */
function at<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new RangeError(`the explanation has no item ${place}`);
  return item;
}

/** A figure as the quantity it was. */
export function quantityFrom(explained: ExplainedQuantity): Quantity {
  switch (explained.kind) {
    case 'amount':
      return inUnit(explained.unit, parseRatio(explained.value));
    case 'ratio':
      return { kind: 'ratio', value: parseRatio(explained.value) };
    case 'count':
      return { kind: 'count', unit: explained.unit as CountUnit, value: explained.value };
    case 'words':
      return explained;
  }
}
