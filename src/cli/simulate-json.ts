/** A simulation as data: the same as on the screen, amounts as decimal text. */
import { machineText, type Quantity } from '../model/fact.ts';
import { plain } from '../model/money.ts';
import {
  isMove,
  type Judged,
  type RuleMove,
  type RuleSide,
  type SimulatedSection,
  type Simulation,
  type Standing,
} from '../model/simulation.ts';
import { gradeCounted } from '../model/statements/grade.ts';
import type { Summed } from '../model/statements/sums.ts';
import { costOf } from '../workbooks/simulate/index.ts';

const text = (quantity: Quantity | null): string | null => quantity && machineText(quantity);

const judged = (side: RuleSide | null) => side && { outcome: side.outcome, threshold: text(side.threshold) };

const standing = (side: Standing | null) =>
  side && {
    qualifiedGrade: side.qualifiedGrade,
    possibleGrade: side.possibleGrade,
    decision: side.decision && { title: side.decision.title.zh, toGrade: side.decision.toGrade },
    allowance: plain(side.allowance),
    appointed: plain(side.appointed),
  };

const ruleOf = ({ rule, article, observed, before, after }: RuleMove) => ({
  ...{ rule, article, observed: text(observed), before: judged(before), after: judged(after) },
});

const said = (side: Judged | null) => side && { outcome: side.outcome, verdict: side.verdict?.id ?? null };

/** Those who move or of whom a figure is another. */
const sectionOf = ({ id, kind, entries, totals }: SimulatedSection) => ({
  ...{ id, kind },
  entries: entries.filter(isMove).map(({ subject, managerId, before, after, figures, rules }) => ({
    ...{ subject, managerId, before: said(before), after: said(after) },
    figures: figures.map((figure) => ({
      ...{ id: figure.id, before: text(figure.before), after: text(figure.after) },
    })),
    rules: rules.map((rule) => ({ ...ruleOf(rule), of: rule.of })),
  })),
  totals: totals.map((total) => ({ id: total.id, before: sumOf(total.before), after: sumOf(total.after) })),
});

const sumOf = ({ known, unknown }: Summed) => ({ known: plain(known), unknown });

const policy = ({ id, edition, sha256 }: Simulation['before']) => ({ id, edition, sha256 });

export const simulationJson = (simulation: Simulation) => ({
  schema: 'rm-appraisal/simulation/1',
  period: simulation.period,
  stage: simulation.stage,
  before: policy(simulation.before),
  after: policy(simulation.after),
  matrix: matrixOf(simulation),
  levels: simulation.levels,
  allowances: Object.fromEntries(
    (['allowance', 'appointed'] as const).map((key) => [
      key,
      {
        before: plain(costOf(simulation, key, 'before')),
        after: plain(costOf(simulation, key, 'after')),
      },
    ]),
  ),
  sections: simulation.sections.map(sectionOf),
  parameters: simulation.parameters.map(({ id, grade, article, since, before, after }) => ({
    ...{ id, grade, article, since },
    before: text(before),
    after: text(after),
  })),
  managers: simulation.managers.map(({ before, after, rules, warnings, ...who }) => ({
    ...who,
    before: standing(before),
    after: standing(after),
    rules: rules.map((rule) => ({ ...ruleOf(rule), grade: rule.of })),
    warnings: warnings.map(({ rule, level, before: was, after: is }) => ({
      rule,
      level,
      before: was,
      after: is,
    })),
  })),
});

/** How many stand where: by the grade before, then the grade after; `none` where no grade is qualified for, `unknown` where that is not known. */
function matrixOf({ managers, grades }: Simulation): Record<string, Record<string, number>> {
  const matrix = new Map<string, Map<string, number>>();
  const key = (side: Standing | null): string => (side === null ? 'not-appraised' : gradeCounted(side));
  for (const { before, after } of grades.length > 0 ? managers : []) {
    const row = matrix.get(key(before)) ?? new Map<string, number>();
    matrix.set(key(before), row.set(key(after), (row.get(key(after)) ?? 0) + 1));
  }
  return Object.fromEntries([...matrix].map(([from, to]) => [from, Object.fromEntries(to)]));
}
