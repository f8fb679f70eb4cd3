/**
 * Grades with places. Each grade takes those who meet its conditions and were not placed higher, in order, while it has
 * places; the last takes whoever is left. What is not known leaves the grades open that it could still come to.
 */
import { countOf, type Fact } from '../../model/fact.ts';
import { type Finding, numberIn } from '../../model/judgement.ts';
import { allOf, metIf } from '../../model/outcome.ts';
import type { SectionEntry, SectionFigure } from '../../model/section-result.ts';
import type { PlacesSpec } from '../../model/sections/places.ts';
import { comma, joined, type Text } from '../../model/text.ts';
import { type Branch, type Context, gradesCalled } from '../context.ts';
import { figureOf as seenFigure } from '../figures/index.ts';
import { findingOf, missingIn } from '../finding.ts';
import { type Candidate, type Grade, placesFor, type Standing } from '../places.ts';
import { countOfAll, linePlaces } from '../ranked.ts';
import { eachOnce, entryOf, figureOf, gradeFigure, type SectionEvaluator } from './evaluator.ts';
import { assess, assessmentFindings } from './grades.ts';

const titles = {
  held: { zh: '现有等级', en: 'Grade held' },
  result: { zh: '评定等级', en: 'Grade' },
  possible: { zh: '可能等级', en: 'Possible grades' },
  move: { zh: '升降', en: 'Move' },
  protected: { zh: '保护', en: 'Protected' },
  all: { zh: '参评人数', en: 'Appraised' },
  step: { zh: '升级不超过级数', en: 'Rises no more than allowed' },
} as const satisfies Record<string, Text>;

const moves = {
  up: { zh: '升', en: 'up' },
  same: { zh: '平', en: 'same' },
  down: { zh: '降', en: 'down' },
} as const satisfies Record<string, Text>;

const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

/** One of those who are placed, with what the grades are judged by. */
interface Contender {
  readonly context: Context;
  /** The grade held, as an index; null: it is none of these. */
  readonly held: number | null;
  readonly findings: readonly Finding[];
  readonly by: Fact;
}

export const places: SectionEvaluator<PlacesSpec> = (spec, { contexts, leftOut, branch }) => {
  const ids = Object.keys(spec.grades);
  const all = countOfAll({ contexts, leftOut });
  const contenders = contexts.map((context) => contenderOf(spec, ids, context));
  const limits = ids.map((id) => limitOf(spec, id, all, branch));
  const grades = ids.slice(0, -1).map((id, index): Grade => {
    const known = contenders.map(({ context, findings }): Candidate => {
      const outcome = findings[index]?.outcome ?? 'unmet';
      return { outcome, standing: outcome === 'unmet' ? [] : standingIn(spec, id, context) };
    });
    // Whoever is left out for errors may take a place of any grade.
    const blind: Candidate = { outcome: 'unknown', standing: (known[0]?.standing ?? []).map(() => null) };
    return {
      places: limits[index]?.places ?? null,
      ties: spec.grades[id]?.ties ?? 'none',
      candidates: [...known, ...leftOut.map(() => blind)],
    };
  });
  const possible = placesFor(grades);
  return {
    subjects: 'managers',
    verdictTitle: titles.result,
    entries: contenders.map((contender, index) => {
      const placed = possible[index] ?? [];
      return entryFor(spec, ids, contender, placed, limits, all);
    }),
  };
};

function contenderOf(spec: PlacesSpec, ids: readonly string[], context: Context): Contender {
  const { branch, manager } = context;
  const found = ids.indexOf(gradesCalled([manager.grade], branch.policy)[0] ?? manager.grade);
  const held = found < 0 ? null : found;
  const assessments = assess(spec.rules, ids, context).map((each, index) => {
    const rules = [...each.rules, ...stepFinding(spec, ids, index, held, context)];
    return { ...each, rules, outcome: allOf(rules.map(({ outcome }) => outcome)) };
  });
  return {
    context,
    held,
    findings: assessmentFindings(assessments, (id) => titleIn(spec, id)),
    by: seenFigure(spec.by, context).fact,
  };
}

const titleIn = ({ grades, title }: PlacesSpec, id: string | undefined): Text =>
  grades[id ?? '']?.title ?? title;

/** Nobody rises further than so many grades; the last one is everybody's. */
function stepFinding(
  { steps, article, grades }: PlacesSpec,
  ids: readonly string[],
  grade: number,
  held: number | null,
  { branch: { parameters }, manager }: Context,
): Finding[] {
  if (steps?.up === undefined || grade === ids.length - 1) return [];
  const up = parameters.count(steps.up);
  return [
    findingOf(
      { rule: 'step', title: titles.step, article },
      {
        by: { kind: 'record', table: 'roster', column: 'grade' },
        outcome: metIf(held !== null && held - grade <= up),
        observed: gradeFigure('held', titles.held, grades[manager.grade]?.title ?? titles.held).fact,
        threshold: parameters.fact(steps.up),
      },
    ),
  ];
}

const standingIn = ({ by, grades }: PlacesSpec, id: string, context: Context): Standing =>
  [by, ...(grades[id]?.['equals-by'] ?? [])].map((figure) =>
    numberIn(seenFigure(figure, context).fact.quantity),
  );

function limitOf({ grades }: PlacesSpec, id: string, all: number, { parameters }: Branch) {
  const { places: line, most } = grades[id] ?? {};
  return line === undefined ? null : linePlaces(line, null, all, parameters, most);
}

function entryFor(
  spec: PlacesSpec,
  ids: readonly string[],
  { context, held, findings, by }: Contender,
  placed: readonly number[],
  limits: readonly ReturnType<typeof limitOf>[],
  all: number,
): SectionEntry {
  const { manager, branch } = context;
  const lowest =
    held === null || spec.steps?.down === undefined
      ? ids.length - 1
      : held + branch.parameters.count(spec.steps.down);
  const possible = [...new Set(placed.map((grade) => Math.min(grade, lowest)))];
  const [grade = ids.length - 1] = possible;
  const decided = possible.length === 1;
  const fell = new Set(placed.map((each) => each > lowest));
  const title = titleIn(spec, ids[grade]);
  const open = eachOnce([...missingIn(findings), ...seenFigure(spec.by, context).missing, openPlaces]);
  return entryOf(manager, {
    outcome: decided ? 'met' : 'unknown',
    verdict: decided ? { id: ids[grade] ?? '', title } : null,
    figures: [
      ...(spec.steps
        ? [wordsFigure('held', titles.held, held === null ? null : titleIn(spec, ids[held]))]
        : []),
      figureOf('by', by.origin.title, by),
      wordsFigure('result', titles.result, decided ? title : null),
      wordsFigure(
        'possible',
        titles.possible,
        joined(possible, comma, (each) => titleIn(spec, ids[each])),
      ),
      ...(spec.steps
        ? [
            wordsFigure('move', titles.move, decided && held !== null ? moves[moveOf(grade, held)] : null),
            wordsFigure(
              'protected',
              titles.protected,
              fell.size === 1 ? yesNo[fell.has(true) ? 'yes' : 'no'] : null,
            ),
          ]
        : []),
      figureOf('all', titles.all, allFact(all)),
      ...limits.flatMap((limit, index): SectionFigure[] =>
        limit === null
          ? []
          : [figureOf(`places.${ids[index]}`, placesTitle(titleIn(spec, ids[index])), limit.fact)],
      ),
    ],
    findings,
    missing: decided ? [] : open,
  });
}

const moveOf = (grade: number, held: number): keyof typeof moves =>
  grade === held ? 'same' : grade < held ? 'up' : 'down';

const placesTitle = ({ zh, en }: Text): Text => ({ zh: `${zh}名额`, en: `Places of ${en}` });

const allFact = (all: number): Fact => ({
  quantity: countOf('number', all),
  origin: { kind: 'calculation', title: titles.all, how: { from: [] } },
});

function wordsFigure(id: string, title: Text, value: Text | null): SectionFigure {
  const origin: Fact['origin'] = { kind: 'calculation', title, how: { from: [] } };
  return figureOf(id, title, { quantity: value && { kind: 'words', value }, origin });
}

const openPlaces = {
  key: 'places:others',
  text: {
    zh: '其他人的情况不明，名额未定',
    en: 'what is not known of others leaves the places open',
  },
};
