/**
 * What a section answers, whatever its kind: one entry for each manager, unit or title it speaks of, with a verdict, the
 * figures it rests on, and the findings that explain it. Sheets, results.json and explanations show every kind alike.
 */

import type { Quarter } from './calendar.ts';
import type { Fact, Quantity } from './fact.ts';
import type { PolicyInForce } from './in-force.ts';
import type { Assumed, Finding, Missing } from './judgement.ts';
import type { Hundredths } from './money.ts';
import type { Outcome } from './outcome.ts';
import type { SectionKind } from './sections/index.ts';
import type { TablePlace } from './sections/table.ts';
import type { Verdict } from './sections/verdicts.ts';
import type { RowOrigin } from './table.ts';
import type { TableId } from './tables/index.ts';
import type { Text } from './text.ts';

export interface SectionFigure {
  readonly id: string;
  readonly title: Text;
  /** Its quantity is null where it is not known; its origin says how it follows from other figures of the entry. */
  readonly fact: Fact;
  /** Where it stands in the entry's table; without it, by itself. */
  readonly place?: TablePlace;
  /** Not the subject's own, as a price or what a whole pool has: a sum over subjects would mean nothing. */
  readonly shared?: true;
}

/** One dated or itemised line of the detail behind an entry. */
export interface SectionLine {
  readonly title: Text;
  readonly says: Text;
  /** Met: done; unmet: missing, or a fault of the subject's; null: neither. */
  readonly outcome: Outcome | null;
  readonly table: TableId | null;
  readonly origin: RowOrigin | null;
}

/** A verdict that the findings decide from the first to the last, so that a workbook can work it out again. */
export interface VerdictSteps {
  /** The finding, by its place, without which the section does not speak of the subject; null: it speaks of everybody. */
  readonly takesPart: number | null;
  /** The first whose finding, by its place, is met; what is not known stops the search. */
  readonly steps: readonly VerdictStep[];
  /** Where none is. */
  readonly otherwise: Omit<VerdictStep, 'finding'>;
}

/** A verdict that every finding has a say in: one that is unmet decides, then one that is not known. */
interface VerdictOfAll {
  /** Where none is unmet or unknown and some are met; the section does not speak of whom no finding speaks of. */
  readonly met: Verdict;
  readonly unmet: Verdict;
}

interface VerdictStep {
  readonly finding: number;
  readonly verdict: Verdict;
  /** The figures of the entry that come with it, by their ids. */
  readonly figures: Readonly<Record<string, Quantity>>;
}

export interface SectionEntry {
  /** A manager's id, or the name of a unit or title. */
  readonly subject: string;
  /** As people read it. */
  readonly name: Text;
  /** Whose workbook shows it; null: only the branch's does. */
  readonly managerId: string | null;
  /** Whether the verdict could be reached; not applicable: the section does not speak of the subject. */
  readonly outcome: Outcome;
  /** Its verdict; null: cannot be judged, or does not apply. */
  readonly verdict: Verdict | null;
  /** How the verdict follows from the findings; null: something else decides it. */
  readonly verdictSteps: VerdictSteps | VerdictOfAll | null;
  /** In the same order in every entry of a section; an entry may lack some. */
  readonly figures: readonly SectionFigure[];
  readonly findings: readonly Finding[];
  readonly lines: readonly SectionLine[];
  readonly missing: readonly Missing[];
  readonly notes: readonly Text[];
}

export interface SectionResult {
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: Text;
  readonly article: string;
  /** What the entries are about, and what their verdict is called: `星级`, `评定`. */
  readonly subjects: 'managers' | 'units' | 'titles';
  readonly verdictTitle: Text;
  /** Those that it may come to, as they are declared; empty where nobody can say before. */
  readonly verdicts: readonly Verdict[];
  /** What no source gives and the section rests on. */
  readonly assumed: readonly Assumed[];
  readonly entries: readonly SectionEntry[];
  /** What the next quarter goes on from, of kinds that carry anything on. */
  readonly carried?: readonly Carried[];
}

/** A manager's deferred pay at the quarter's end, in hundredths of a yuan; null: not known. */
export interface Carried {
  readonly managerId: string;
  readonly claim: Hundredths | null;
  readonly tranches: readonly {
    readonly period: Quarter;
    readonly held: Hundredths | null;
    readonly paid: Hundredths | null;
    readonly forfeited: Hundredths | null;
  }[];
}

/** The results of one policy's sections. */
export interface SchemeAppraisal {
  readonly policy: PolicyInForce;
  /** By section: the parameters that it rests on. */
  readonly restsOn: Readonly<Record<string, readonly string[]>>;
  readonly sections: readonly SectionResult[];
}

/** The kinds that only a policy's own keys declare. */
type LadderKind = 'floor' | 'grades' | 'warnings' | 'watch-list' | 'unassigned' | 'allowance';

/** A section of any kind, with the policy that it is of. */
export interface PolicySection extends Omit<SectionResult, 'kind' | 'subjects' | 'assumed'> {
  readonly policy: string;
  readonly kind: SectionKind | LadderKind;
  readonly subjects: SectionResult['subjects'] | 'customers' | 'loans';
  /** Its findings are conditions that may hold, rather than rules to meet. */
  readonly of?: 'conditions';
}
