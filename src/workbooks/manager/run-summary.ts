/**
 * What a manager's workbook is made from: of the run what all managers share, of its results only the manager's own. Both
 * are plain data, so that a workbook can be made in another thread; and what is not in them cannot stand in it.
 */
import type { Appraisal, ManagerAppraisal } from '../../model/appraisal.ts';
import type { PolicyInForce } from '../../model/in-force.ts';
import { parseRatio, type Ratio } from '../../model/ratio.ts';
import type { SectionEntry, SectionFigure } from '../../model/section-result.ts';
import type { RowOrigin } from '../../model/table.ts';
import type { Text } from '../../model/text.ts';
import type { RunMarks } from '../context.ts';
import { figuresOf, type ShownFigure } from '../sections/figures.ts';
import {
  assumptionTexts,
  entriesAbout,
  type PlacedEntry,
  type SectionHead,
  type SectionPlace,
} from '../sections/words.ts';
import { type Subjects, subjectsOf } from '../subjects.ts';
import { type Standing, standingOf } from './standing.ts';

/** A section, and how its figures stand in every manager's workbook. */
interface SectionSummary extends SectionHead {
  readonly figures: readonly ShownFigure[];
}

interface SchemeSummary {
  readonly policy: PolicyInForce;
  readonly assumptions: readonly Text[];
  readonly sections: readonly SectionSummary[];
}

/** What all managers' workbooks of a run share. */
export interface RunSummary extends RunMarks, Pick<Appraisal, 'period' | 'stage' | 'policy' | 'chain'> {
  readonly schemes: readonly SchemeSummary[];
  readonly about: Subjects;
  /** Yuan for one US dollar. */
  readonly dollar: Ratio | null;
}

/** The rows that a figure was read from: the first, and how many there are. */
export interface ReadFrom {
  readonly first: RowOrigin;
  readonly rows: number;
}

/** What one section says of the manager; the section itself stands in the run's summary. */
interface ManagerEntry {
  readonly key: string;
  readonly place: SectionPlace;
  readonly entry: SectionEntry;
  /** Keyed by the figure's id. */
  readonly readFrom: ReadonlyMap<string, ReadFrom>;
}

/** What one section says of the manager, with the section. */
export interface ManagerSection extends ManagerEntry, PlacedEntry {
  readonly scheme: SchemeSummary;
  readonly section: SectionSummary;
}

/** One manager's results. */
export interface ManagerResult {
  readonly appraised: ManagerAppraisal;
  readonly entries: readonly ManagerEntry[];
  /** Empty where the policy does not have managers told. */
  readonly standing: readonly Standing[];
}

export function runSummaryOf(appraisal: Appraisal, { fingerprint, replaces }: RunMarks): RunSummary {
  const { period, stage, policy, chain } = appraisal;
  const dollar = appraisal.package.rates.get('USD');
  return {
    ...{ period, stage, policy, chain },
    schemes: appraisal.schemes.map((scheme) => ({
      policy: scheme.policy,
      assumptions: assumptionTexts(scheme),
      sections: scheme.sections.map(({ entries, ...head }) => ({ ...head, figures: figuresOf(entries) })),
    })),
    about: subjectsOf(appraisal),
    dollar: dollar === undefined ? null : parseRatio(dollar.toFixed()),
    ...{ fingerprint, replaces },
  };
}

export const managerResultOf = (appraised: ManagerAppraisal, appraisal: Appraisal): ManagerResult => ({
  appraised,
  standing: standingOf(appraised, appraisal),
  entries: entriesAbout(appraisal, appraised.manager.manager_id).map(({ key, place, entry }) => ({
    key,
    place,
    entry,
    readFrom: new Map(entry.figures.flatMap(readFromOf)),
  })),
});

function readFromOf({ id, fact: { origin } }: SectionFigure): [string, ReadFrom][] {
  if (origin.kind !== 'rows' && origin.kind !== 'measure') return [];
  const rows = origin.rows.list().flatMap((each) => each.rows);
  return rows[0] === undefined ? [] : [[id, { first: rows[0], rows: rows.length }]];
}

/** What the sections say of the manager, with the sections. */
export const managerSectionsOf = ({ entries }: ManagerResult, { schemes }: RunSummary): ManagerSection[] =>
  entries.flatMap((each) => {
    const scheme = schemes[each.place.scheme];
    const section = scheme?.sections[each.place.section];
    return scheme && section ? [{ ...each, scheme, section }] : [];
  });
