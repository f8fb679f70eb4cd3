/** The proposal for each manager by the title held: the first row of the table that is met, or what it takes to tell. */
import { type Fact, theseRows } from '../../model/fact.ts';
import type { SectionEntry } from '../../model/section-result.ts';
import { isStep, type ProposalsSpec, type Step } from '../../model/sections/proposals.ts';
import { same, type Text } from '../../model/text.ts';
import type { Context } from '../context.ts';
import { missingIn } from '../finding.ts';
import { entryOf, figureOf, type SectionEvaluator } from './evaluator.ts';
import { firstRow } from './first-row.ts';

export const proposals: SectionEvaluator<ProposalsSpec> = (spec, { contexts }) => ({
  subjects: 'managers',
  verdictTitle: { zh: '建议', en: 'Proposal' },
  entries: contexts.map((context) => entryFor(spec, context)),
});

const heldTitle = { zh: '现任职位', en: 'Title held' };
const targetTitle = { zh: '建议职位', en: 'Title proposed' };

function entryFor(spec: ProposalsSpec, context: Context): SectionEntry {
  const { manager, branch } = context;
  const held = Object.keys(spec.titles).find(
    (title) =>
      branch.parameters.has(spec.held, title) &&
      branch.parameters.words(spec.held, title).includes(manager.grade),
  );
  const figures = (target: string | undefined) => [
    figureOf('held', heldTitle, heldFact(spec, held, context)),
    figureOf('target', targetTitle, titleFact(spec, target)),
  ];
  if (held === undefined)
    return entryOf(manager, {
      outcome: 'unknown',
      figures: figures(undefined),
      missing: [standsForNone(manager.grade)],
    });
  const { row, outcome, considered } = firstRow(spec.decisions, { ...context, grade: held });
  if (row === null || outcome !== 'met')
    return entryOf(manager, {
      outcome: 'unknown',
      figures: figures(undefined),
      findings: considered,
      missing: missingIn(considered),
    });
  const target = titleAt(spec, held, stepOf(row.to, context));
  return entryOf(manager, {
    outcome: 'met',
    verdict: { id: row.action, title: row.title },
    figures: figures(target),
    findings: considered,
    notes: notesOf(spec, held, target, row['needs-person'] !== undefined),
  });
}

/** The row's own word, or what the reading says. */
function stepOf(to: string, { branch }: Context): Step {
  const word = isStep(to) ? to : branch.parameters.choice(to);
  if (!isStep(word)) throw new Error(`${to}: ${word} is no step between titles`);
  return word;
}

/** Upwards no further than the highest title; below the lowest there is none. */
function titleAt({ titles }: ProposalsSpec, held: string, step: Step): string | undefined {
  const ids = Object.keys(titles);
  const by = { held: 0, 'one-up': -1, 'two-up': -2, 'one-down': 1 }[step];
  return ids[Math.max(0, ids.indexOf(held) + by)];
}

function notesOf(spec: ProposalsSpec, held: string, target: string | undefined, person: boolean): Text[] {
  const { titles } = spec;
  const named = target === undefined ? undefined : titles[target]?.title;
  const approval = titles[target ?? held]?.approval;
  return [
    named
      ? { zh: `建议职位：${named.zh}`, en: `title proposed: ${named.en}` }
      : { zh: '没有更低的职位', en: 'there is no lower title' },
    ...(approval ? [{ zh: `审批：${approval.zh}`, en: `approved by: ${approval.en}` }] : []),
    ...(person ? [{ zh: '须由人选定', en: 'a person chooses' }] : []),
  ];
}

const standsForNone = (grade: string) => ({
  key: 'cell:grade',
  text: { zh: `现聘等级“${grade}”不对应任何职位`, en: `the grade held, "${grade}", stands for no title` },
});

const heldFact = (spec: ProposalsSpec, held: string | undefined, { manager }: Context): Fact => ({
  ...titleFact(spec, held),
  origin: { kind: 'rows', title: heldTitle, rows: theseRows({ table: 'roster', rows: [manager] }) },
});

const titleFact = ({ titles }: ProposalsSpec, id: string | undefined): Fact => ({
  quantity: id === undefined ? null : { kind: 'words', value: titles[id]?.title ?? same(id) },
  origin: { kind: 'calculation', title: targetTitle, how: { from: [] } },
});
