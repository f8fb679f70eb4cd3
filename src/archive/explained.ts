/** Opens an explanation: every place is followed, so that what stood once stands wherever it belongs. */
import type { CountUnit, Quantity } from '../model/fact.ts';
import { fromPlain } from '../model/money.ts';
import { parseRatio } from '../model/ratio.ts';
import type {
  ExplainedFact,
  ExplainedFinding,
  ExplainedQuantity,
  ExplainedRows,
  Explanation,
} from './explanation.ts';

export type OpenRows = readonly {
  readonly table: ExplainedRows[number]['table'];
  readonly file: string;
  readonly sheet: string | null;
  /** `5-18,20` */
  readonly rows: string;
}[];

type ExplainedOrigin = ExplainedFact['origin'];
type OpenOrigin = ExplainedOrigin extends infer O
  ? O extends { readonly rows: number }
    ? Omit<O, 'rows'> & { readonly rows: OpenRows }
    : O extends { readonly of: number[] }
      ? Omit<O, 'of'> & { readonly of: readonly OpenFact[] }
      : O
  : never;

export interface OpenFact {
  readonly quantity: ExplainedQuantity | null;
  readonly origin: OpenOrigin;
}

export interface OpenFinding extends Omit<ExplainedFinding, 'observed' | 'threshold' | 'parts' | 'evidence'> {
  readonly observed: OpenFact | null;
  readonly threshold: OpenFact | null;
  readonly parts: readonly OpenFinding[];
  readonly evidence: readonly {
    readonly table: ExplainedRows[number]['table'];
    readonly file: string;
    readonly sheet: string | null;
    readonly row: number;
    readonly says: ExplainedFinding['title'];
  }[];
}

/** What a section says of the manager, without places. */
export type OpenSection = OpenExplanation['schemes'][number]['sections'][number];

/** An explanation without places. */
export type OpenExplanation = ReturnType<typeof openExplanation>;

export function openExplanation(explanation: Explanation) {
  const sourceAt = (place: number) => at(explanation.sources, place);
  const rowsAt = (place: number): OpenRows =>
    at(explanation.rowLists, place).map(({ table, source, rows }) => ({ table, ...sourceAt(source), rows }));
  const factAt = (place: number): OpenFact => {
    const { quantity, origin } = at(explanation.facts, place);
    return { quantity, origin: openOrigin(origin) };
  };
  const openOrigin = (origin: ExplainedOrigin): OpenOrigin => {
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
  const findingAt = (place: number): OpenFinding => {
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
      return { kind: 'amount', unit: explained.unit, value: fromPlain(explained.value) };
    case 'ratio':
      return { kind: 'ratio', value: parseRatio(explained.value) };
    case 'count':
      return { kind: 'count', unit: explained.unit as CountUnit, value: explained.value };
    case 'words':
      return explained;
  }
}
