/** What a total is called: of results from high to low the first whose line it reaches; the last takes what is left. */
import type { Fact } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { VerdictSteps } from '../../model/section-result.ts';
import type { Verdict } from '../../model/sections/verdicts.ts';
import type { Text } from '../../model/text.ts';
import { type Context, gradeOf } from '../context.ts';
import { comparedBy, findingOf } from '../finding.ts';

type ResultSpecs = Readonly<
  Record<string, { readonly title: Text; readonly 'at-least'?: string | undefined }>
>;

interface Results {
  /** Each result that has a line, as one that the total reaches or does not. */
  readonly findings: readonly Finding[];
  /** Null where the total is not known. */
  readonly reached: Verdict | null;
  /** How it follows from the findings, which stand after so many others; `first`: what is looked at before them. */
  steps(before: number, first: VerdictSteps['steps']): Pick<VerdictSteps, 'steps' | 'otherwise'> | null;
}

export function resultsOf(specs: ResultSpecs, total: Fact, article: string, context: Context): Results {
  const results = Object.entries(specs).map(([id, { title, 'at-least': line }]) => ({
    verdict: { id, title },
    finding:
      line === undefined
        ? null
        : findingOf(
            { rule: id, title, article },
            comparedBy('at-least', total, context.branch.parameters.fact(line, gradeOf(context))),
          ),
  }));
  const lines = results.flatMap(({ finding, verdict }) => (finding ? [{ finding, verdict }] : []));
  const reached = results.find(({ finding }) => finding === null || finding.outcome === 'met');
  const rest = results.find(({ finding }) => finding === null);
  return {
    findings: lines.map(({ finding }) => finding),
    reached: total.quantity === null ? null : (reached?.verdict ?? null),
    steps: (before, first) =>
      rest === undefined
        ? null
        : {
            steps: [
              ...first,
              ...lines.map(({ verdict }, index) => ({ finding: before + index, verdict, figures: {} })),
            ],
            otherwise: { verdict: rest.verdict, figures: {} },
          },
  };
}
