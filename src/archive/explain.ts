/** Writes a manager's reasoning down as an explanation: a tree of findings and facts, each part once. */

import type { Appraisal, ManagerAppraisal } from '../model/appraisal.ts';
import {
  type Calculation,
  type Fact,
  machineText,
  type Origin,
  operandsOf,
  partsOf,
  type Quantity,
  type RowsOf,
} from '../model/fact.ts';
import { type Finding, gapOf } from '../model/judgement.ts';
import { plain } from '../model/money.ts';
import { fraction } from '../model/ratio.ts';
import type { PolicySection, SectionEntry } from '../model/section-result.ts';
import type { Source } from '../model/table.ts';
import type { Text } from '../model/text.ts';
import { utf8 } from './bytes.ts';
import type {
  ExplainedFact,
  ExplainedFinding,
  ExplainedQuantity,
  ExplainedRows,
  ExplainedSection,
  Explanation,
  Operation,
  Term,
} from './explanation.ts';
import { compareText, rangesOf } from './origins.ts';

/** A list in which equal items stand once; `add` answers an item's place. */
class Once<T> {
  readonly items: T[] = [];
  readonly #places = new Map<string, number>();

  add(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.items.length);
    return this.items.push(item) - 1;
  }

  /** The list as JSON, which has been made to tell its items apart. */
  json(): string {
    return `[${[...this.#places.keys()].join(',')}]`;
  }
}

/** An explanation in the making. */
interface Explained {
  /** All but the lists that its places point into. */
  readonly said: Omit<Explanation, keyof Explained['lists']>;
  /** In the order of the schema. */
  readonly lists: {
    readonly findings: Once<ExplainedFinding>;
    readonly facts: Once<ExplainedFact>;
    readonly rowLists: Once<ExplainedRows>;
    readonly sources: Once<Source>;
  };
}

/** The content of `explanations/<id>.json`. */
export function explanationOf(appraisal: Appraisal, of: ManagerAppraisal): Explanation {
  const { said, lists } = explained(appraisal, of);
  const { findings, facts, rowLists, sources } = lists;
  return {
    ...said,
    findings: findings.items,
    facts: facts.items,
    rowLists: rowLists.items,
    sources: sources.items,
  };
}

/** The same as it is written, each of its parts made into JSON once. */
export function explanationJson(appraisal: Appraisal, of: ManagerAppraisal): Uint8Array {
  const { said, lists } = explained(appraisal, of);
  const told = Object.entries(lists).map(([name, list]) => `"${name}":${list.json()}`);
  return utf8(`${JSON.stringify(said).slice(0, -1)},${told.join(',')}}\n`);
}

function explained(appraisal: Appraisal, { manager }: ManagerAppraisal): Explained {
  const sources = new Once<Source>();
  const rowLists = new Once<ExplainedRows>();
  const facts = new Once<ExplainedFact>();
  const findings = new Once<ExplainedFinding>();

  // Thousands of rows share the few sources.
  const sourcePlaces = new Map<Source, number>();
  const sourceOf = (source: Source): number => {
    const place = sourcePlaces.get(source) ?? sources.add({ file: source.file, sheet: source.sheet });
    sourcePlaces.set(source, place);
    return place;
  };

  const rowsOf = (lists: readonly RowsOf[]): number => {
    const bySource = new Map<string, { table: RowsOf['table']; source: Source; rows: number[] }>();
    const rowsIn = (table: RowsOf['table'], source: Source): number[] => {
      const key = JSON.stringify([table, source.file, source.sheet]);
      const of = bySource.get(key) ?? { table, source, rows: [] };
      bySource.set(key, of);
      return of.rows;
    };
    for (const { table, rows } of lists) {
      // Rows of one source stand together, and share it.
      let last: Source | null = null;
      let numbers: number[] = [];
      for (const { source, row } of rows) {
        if (source !== last) numbers = rowsIn(table, source);
        last = source;
        numbers.push(row);
      }
    }
    const listed = [...bySource].sort(([a], [b]) => compareText(a, b));
    return rowLists.add(
      listed.map(([, { table, source, rows }]) => ({
        table,
        source: sourceOf(source),
        rows: rangesOf(rows),
      })),
    );
  };

  const originOf = (origin: Origin): ExplainedFact['origin'] => {
    switch (origin.kind) {
      case 'measure':
        return {
          kind: 'measure',
          measure: origin.measure,
          title: origin.title,
          basis: origin.basis,
          customersFrom: origin.customersFrom === null ? null : plain(origin.customersFrom),
          over: origin.over,
          customerId: origin.customerId,
          rows: rowsOf(origin.rows.list()),
        };
      case 'rows':
        return { kind: 'rows', title: origin.title, rows: rowsOf(origin.rows.list()) };
      case 'calculation':
        return calculationOf(origin.title, origin.how);
      default:
        return origin;
    }
  };

  /** A calculation and the figures it rests on, which it names by their place. */
  const calculationOf = (title: Text, how: Calculation): ExplainedFact['origin'] => {
    const operands = [...new Set(operandsOf(how))];
    return {
      kind: 'calculation',
      title,
      of: operands.map(factOf),
      ...('from' in how ? {} : { how: termOf(how, operands) }),
    };
  };

  // Many findings rest on the same few facts.
  const placesOfFacts = new Map<Fact, number>();
  const factOf = (fact: Fact): number => {
    const known = placesOfFacts.get(fact);
    if (known !== undefined) return known;
    const { quantity, origin } = fact;
    const place = facts.add({ quantity: quantity && quantityOf(quantity), origin: originOf(origin) });
    placesOfFacts.set(fact, place);
    return place;
  };

  // Grades share the findings of rules that are the same for all of them.
  const placesOfFindings = new Map<Finding, number>();
  const findingOf = (finding: Finding): number => {
    const known = placesOfFindings.get(finding);
    if (known !== undefined) return known;
    const parts = finding.parts.map(findingOf);
    const place = findings.add({
      rule: finding.rule,
      title: finding.title,
      article: finding.article,
      outcome: finding.outcome,
      by: finding.by,
      ...(finding.aside && { aside: true }),
      ...(finding.condition && { condition: true }),
      observed: finding.observed && factOf(finding.observed),
      threshold: finding.threshold && factOf(finding.threshold),
      gap: quantityOrNull(gapOf(finding)),
      parts,
      evidence: finding.evidence.map(({ table, origin, says }) => ({
        table,
        source: sourceOf(origin.source),
        row: origin.row,
        says,
      })),
      missing: [...finding.missing],
      notes: [...finding.notes],
      ...(finding.assumed.length > 0 && { assumed: [...finding.assumed] }),
    });
    placesOfFindings.set(finding, place);
    return place;
  };

  const sectionOf = (section: PolicySection, entry: SectionEntry): ExplainedSection => ({
    id: section.id,
    kind: section.kind,
    title: section.title,
    article: section.article,
    verdictTitle: section.verdictTitle,
    ...(section.of && { of: section.of }),
    about: entry.subject === entry.managerId ? null : entry.name,
    outcome: entry.outcome,
    verdict: entry.verdict,
    figures: entry.figures.map(({ id, title, fact }) => ({ id, title, fact: factOf(fact) })),
    findings: entry.findings.map(findingOf),
    lines: entry.lines.map(({ title, says, outcome, table, origin }) => ({
      title,
      says,
      outcome,
      table,
      source: origin && sourceOf(origin.source),
      row: origin?.row ?? null,
    })),
    missing: [...entry.missing],
    notes: [...entry.notes],
  });

  const schemesOf = (managerId: string): Explanation['schemes'] =>
    appraisal.schemes.flatMap(({ policy: { id, edition, title, parameters } }) => {
      const own = entriesOf(appraisal)
        .get(managerId)
        ?.filter(({ section }) => section.policy === id);
      const assumptions = parameters.filter(({ assumption }) => assumption).map((each) => each.title);
      const sections = (own ?? []).map(({ section, entry }) => sectionOf(section, entry));
      return sections.length === 0 ? [] : [{ policy: id, edition, title, assumptions, sections }];
    });

  return {
    said: {
      schema: 'rm-appraisal/explanation/2',
      period: appraisal.period,
      managerId: manager.manager_id,
      name: manager.name,
      unit: manager.unit,
      schemes: schemesOf(manager.manager_id),
    },
    lists: { findings, facts, rowLists, sources },
  };
}

interface OwnEntry {
  readonly section: PolicySection;
  readonly entry: SectionEntry;
}
const known = new WeakMap<Appraisal, ReadonlyMap<string, readonly OwnEntry[]>>();

/** What the sections say of each manager; everybody's explanation asks. */
function entriesOf(appraisal: Appraisal): ReadonlyMap<string, readonly OwnEntry[]> {
  const found = known.get(appraisal);
  if (found) return found;
  const byManager = new Map<string, OwnEntry[]>();
  for (const section of appraisal.sections)
    for (const entry of section.entries) {
      if (entry.managerId === null) continue;
      const own = byManager.get(entry.managerId) ?? [];
      byManager.set(entry.managerId, own);
      own.push({ section, entry });
    }
  known.set(appraisal, byManager);
  return byManager;
}

/** The operation, over operands by their place and numbers as their text. */
function termOf(how: Calculation, operands: readonly Fact[]): Term {
  if ('from' in how) return '';
  if ('fact' in how) return operands.indexOf(how.fact);
  if ('number' in how) return how.number;
  const of = partsOf(how).map((part) => termOf(part, operands));
  if ('nth' in how) return { op: 'nth', of, n: how.nth };
  const [op] = Object.keys(how) as [Operation];
  return { op, of };
}

const quantityOrNull = (quantity: Quantity | null): ExplainedQuantity | null =>
  quantity && quantityOf(quantity);

function quantityOf(quantity: Quantity): ExplainedQuantity {
  switch (quantity.kind) {
    case 'amount':
    case 'decimal':
      return { kind: 'amount', unit: quantity.unit, value: machineText(quantity) };
    case 'ratio':
      return { kind: 'ratio', value: fraction(quantity.value) };
    default:
      return quantity;
  }
}
