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
import { hasAllowance, hasFloor, hasSections, hasWarnings } from '../has.ts';
import { figuresOf, type ShownFigure } from '../sections/figures.ts';
import {
  assumptionTexts,
  type OwnEntry,
  ownEntries,
  type SectionHead,
  type SectionPlace,
} from '../sections/words.ts';

/** A section, and how its figures stand in every manager's workbook. */
export interface OwnSection extends SectionHead {
  readonly figures: readonly ShownFigure[];
}

export interface OwnScheme {
  readonly policy: PolicyInForce;
  readonly assumptions: readonly Text[];
  readonly sections: readonly OwnSection[];
}

/** What all managers' workbooks of a run share. */
export interface Occasion extends Pick<Appraisal, 'period' | 'stage' | 'policy' | 'chain'> {
  readonly schemes: readonly OwnScheme[];
  /** What the policies come to for anybody: sheets about nothing are not shown. */
  readonly shows: Readonly<Record<'sections' | 'warnings' | 'allowance' | 'floor', boolean>>;
  /** Yuan for one US dollar. */
  readonly dollar: Ratio | null;
  /** A short hash over inputs, policy and tool: it stands on every page. */
  readonly fingerprint: string;
}

/** The rows that a figure was read from: the first, and how many there are. */
export interface ReadFrom {
  readonly first: RowOrigin;
  readonly rows: number;
}

interface Said {
  readonly key: string;
  readonly place: SectionPlace;
  readonly entry: SectionEntry;
  /** By the figure's id. */
  readonly readFrom: ReadonlyMap<string, ReadFrom>;
}

/** What a section says of the manager. */
export interface Own extends Said, OwnEntry {
  readonly scheme: OwnScheme;
  readonly section: OwnSection;
}

/** One manager's results. */
export interface Excerpt {
  readonly appraised: ManagerAppraisal;
  readonly said: readonly Said[];
}

export function occasionOf(appraisal: Appraisal, fingerprint: string): Occasion {
  const { period, stage, policy, chain } = appraisal;
  const dollar = appraisal.package.rates.get('USD');
  return {
    ...{ period, stage, policy, chain },
    schemes: appraisal.schemes.map((scheme) => ({
      policy: scheme.policy,
      assumptions: assumptionTexts(scheme),
      sections: scheme.sections.map(({ entries, ...head }) => ({ ...head, figures: figuresOf(entries) })),
    })),
    shows: {
      sections: hasSections({ appraisal }),
      warnings: hasWarnings({ appraisal }),
      allowance: hasAllowance({ appraisal }),
      floor: hasFloor({ appraisal }),
    },
    dollar: dollar === undefined ? null : parseRatio(dollar.toFixed()),
    fingerprint,
  };
}

export const shows =
  (what: keyof Occasion['shows']) =>
  ({ appraisal }: { readonly appraisal: Occasion }): boolean =>
    appraisal.shows[what];

export const excerptOf = (appraised: ManagerAppraisal, appraisal: Appraisal): Excerpt => ({
  appraised,
  said: ownEntries(appraisal, appraised.manager.manager_id).map(({ key, place, entry }) => ({
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
export const ownOf = ({ said }: Excerpt, { schemes }: Occasion): Own[] =>
  said.flatMap((each) => {
    const scheme = schemes[each.place.scheme];
    const section = scheme?.sections[each.place.section];
    return scheme && section ? [{ ...each, scheme, section }] : [];
  });
