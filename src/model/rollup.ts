/** Many branches' results of one quarter as head office sees them: counts by branch, and the few people to look at. */
import type { Quarter, Stage } from './calendar.ts';
import type { GradeId, WarningLevel } from './in-force.ts';
import type { Hundredths } from './money.ts';
import type { Verdict } from './sections/verdicts.ts';
import type { Summed } from './statements/sums.ts';
import { same, type Text } from './text.ts';

export type Counts = Readonly<Record<string, number>>;

export const rolledOutcomes = ['triggered', 'review', 'unknown'] as const;
type RolledOutcome = (typeof rolledOutcomes)[number];

/** What a branch's run rests on: where branches differ in it, their figures do not compare. */
interface RunBasis {
  /** `grade-regulation 2026.1`, one after the other. */
  readonly policies: string;
  /** Of the policies' files. */
  readonly policyHashes: string;
  readonly tool: string;
  readonly lenient: boolean;
  /** Earlier quarters taken as clean. */
  readonly takenAsClean: readonly Quarter[];
  readonly manifest: string;
}

/** What a section came to in a branch. */
export interface RolledSection {
  /** Of whom or what it speaks. */
  readonly entries: number;
  /** Keyed by verdict; and of those without one by the reason: `unknown`, `not-applicable`. */
  readonly verdicts: Counts;
  readonly without: Counts;
  /** Of titles that go to somebody each: the winners, null where they are not known or there are none. */
  readonly of: Readonly<Record<string, string | null>>;
  /** In yuan; null: it pays nothing. */
  readonly paid: Summed | null;
}

/** What a section and its verdicts are called. */
export interface RolledSectionTitles {
  readonly title: Text;
  readonly article: string;
  /** As they are declared. */
  readonly verdicts: readonly Verdict[];
  /** The titles that go to somebody each. */
  readonly subjects: readonly Verdict[];
  /** Of what it pays. */
  readonly paid: Text | null;
}

export interface RolledBranch {
  readonly name: string;
  readonly basis: RunBasis;
  readonly appraised: number;
  readonly notAppraised: number;
  /** Keyed by grade; who qualifies for none under `none`, of whom it is not known under `unknown`. */
  readonly held: Counts;
  readonly qualified: Counts;
  /** Keyed by level and outcome: `notice triggered`. */
  readonly warnings: Counts;
  /** Managers with a warning that is triggered or waits for a person. */
  readonly warned: number;
  /** Keyed by action; empty at the interim stage. */
  readonly decisions: Counts;
  /** Keyed by reason; an item may have several. */
  readonly watched: Counts;
  readonly watchItems: number;
  readonly unassignedForHr: number;
  /** The sections of its policies, keyed by policy and id. */
  readonly sections: Readonly<Record<string, RolledSection>>;
  readonly allowance: Hundredths;
  readonly halvedDays: number;
}

/** Whether anything is paid by grade. */
export const paysAllowance = ({ branches }: Pick<Rollup, 'branches'>): boolean =>
  branches.some(({ allowance, halvedDays }) => allowance !== 0n || halvedDays > 0);

/** A warning of a grave level, by name. */
export interface NamedWarning {
  readonly branch: string;
  readonly managerId: string;
  readonly name: string;
  readonly unit: string;
  readonly held: GradeId;
  readonly qualifiedGrade: GradeId | null;
  readonly possibleGrade: GradeId | null;
  readonly level: WarningLevel;
  readonly rule: string;
  readonly article: string;
  readonly outcome: RolledOutcome;
}

export interface Rollup {
  readonly period: Quarter;
  readonly stage: Stage;
  /** Ordered by name. */
  readonly branches: readonly RolledBranch[];
  /** The grade held and the grade qualified for, over all branches: `third none`. */
  readonly matrix: Counts;
  readonly named: readonly NamedWarning[];
  /** What ids are called in the policies the branches used. */
  readonly titles: {
    /** High to low. */
    readonly grades: ReadonlyMap<GradeId, { readonly title: Text; readonly trainee: boolean }>;
    /** From the lightest to the gravest. */
    readonly levels: ReadonlyMap<WarningLevel, { readonly title: Text; readonly grave: boolean }>;
    readonly rules: ReadonlyMap<string, Text>;
    readonly actions: ReadonlyMap<string, Text>;
    readonly watchReasons: ReadonlyMap<string, Text>;
    /** Keyed as a branch's sections are, in the policies' order. */
    readonly sections: ReadonlyMap<string, RolledSectionTitles>;
  };
}

/** `…及以上`: the grave levels in a word, by the lightest of them. */
export function graveWords({ titles }: Rollup): Text {
  const lightest = [...titles.levels.values()].find(({ grave }) => grave)?.title ?? same('—');
  return { zh: `${lightest.zh}及以上`, en: `${lightest.en} or graver` };
}

/** The verdicts that a section declares, then those that only another edition of its policy did. */
export function verdictsIn({ branches }: Rollup, key: string, { verdicts }: RolledSectionTitles): Verdict[] {
  const seen = new Set(branches.flatMap(({ sections }) => Object.keys(sections[key]?.verdicts ?? {})));
  const others = [...seen].filter((id) => verdicts.every((each) => each.id !== id)).sort();
  return [...verdicts, ...others.map((id) => ({ id, title: same(id) }))];
}

/** Which parts of the basis are not the same in all branches. */
const basisParts = ['policies', 'policyHashes', 'tool', 'lenient', 'takenAsClean'] as const;
export type BasisPart = (typeof basisParts)[number];
const partText = (basis: RunBasis, part: BasisPart): string => String(basis[part]);

/** The most frequent value of a part; of two alike the first. */
function usual(branches: readonly RolledBranch[], part: BasisPart): string {
  const counts = new Map<string, number>();
  for (const { basis } of branches) {
    const text = partText(basis, part);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])[0];
}

/** The parts in which each branch is not as most are, by branch. */
export function unusual(branches: readonly RolledBranch[]): ReadonlyMap<RolledBranch, readonly BasisPart[]> {
  const common = new Map(basisParts.map((part) => [part, usual(branches, part)]));
  return new Map(
    branches.map((branch) => [
      branch,
      basisParts.filter((part) => partText(branch.basis, part) !== common.get(part)),
    ]),
  );
}
