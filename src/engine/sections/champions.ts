/**
 * Titles that go to the best figure among those who take part; who is equal shares. A title is open while somebody whose
 * figure or part is not known could still win it, and nobody's where nobody takes part.
 */
import type { NotAppraised } from '../../model/appraisal.ts';
import { countOf, type Fact, madeFrom, show } from '../../model/fact.ts';
import type { Finding } from '../../model/judgement.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { SectionEntry, SectionLine } from '../../model/section-result.ts';
import type { ChampionsSpec, ContestSpec, TitleSpec } from '../../model/sections/champions.ts';
import type { Lang, Text } from '../../model/text.ts';
import { evaluate } from '../conditions/index.ts';
import type { Context } from '../context.ts';
import { eachOnce, findingOf } from '../finding.ts';
import {
  type Candidate,
  type ContestResult,
  candidateOf,
  decideContests,
  idOf,
  type Placed,
  placed,
} from './contest.ts';
import { entryAbout, figureOf, type SectionEvaluator, type SectionInput } from './evaluator.ts';

/** One entry for each title: its winners, and everybody's place and figures. */
export const champions: SectionEvaluator<ChampionsSpec> = (spec, input) => ({
  subjects: 'titles',
  verdictTitle: { zh: '得主', en: 'Winner' },
  entries: Object.entries(spec.titles).map(([id, title]) => entryFor(id, title, spec, input)),
});

const participantsTitle = { zh: '参评人数', en: 'Taking part' };
const winningTitle = { zh: '得主的数值', en: "The winner's figure" };
const computed = (title: Text): Fact => madeFrom(title, null);

function entryFor(
  id: string,
  title: TitleSpec,
  spec: ChampionsSpec,
  { contexts, leftOut }: SectionInput,
): SectionEntry {
  const contests = contestsOf(title, spec, contexts);
  const candidates = contexts.map((context) => {
    const rules = [spec['takes-part'], title.among].flatMap((rule) =>
      rule ? [evaluate(rule, context)] : [],
    );
    return candidateOf(context, rules, contests);
  });
  const field = candidates.filter(({ part }) => part !== 'unmet');
  const result = withLeftOut(leftOut, decideContests(field, contests));
  const outcome = !result.decided ? 'unknown' : field.length === 0 ? 'not-applicable' : 'met';
  const winners = outcome === 'met' ? result.leaders : [];
  const inOrder = placed(field, contests);
  return entryAbout(id, title.title, {
    outcome,
    verdict: outcome === 'met' ? { id: winners.map(idOf).join('、'), title: namesOf(winners) } : null,
    figures: [
      figureOf('participants', participantsTitle, {
        ...computed(participantsTitle),
        quantity: countOf('number', field.length),
      }),
      figureOf('winning', winningTitle, winners[0]?.scores[0]?.fact ?? computed(winningTitle)),
    ],
    findings: candidates.map((each) => findingFor(each, contests, result, spec.article)),
    lines: [
      ...inOrder.map((each) => lineFor(each, contests, result)),
      ...candidates.filter(({ part }) => part === 'unmet').map(lineOutside),
    ],
    missing: outcome === 'unknown' ? eachOnce(result.missing) : [],
    notes: outcome === 'not-applicable' ? [nobody] : notPlaced(outcome, inOrder),
  });
}

/** Whoever was left out for errors could have won. */
const withLeftOut = (leftOut: readonly NotAppraised[], result: ContestResult): ContestResult => ({
  ...result,
  decided: result.decided && leftOut.length === 0,
  missing: [
    ...result.missing,
    ...leftOut.map(({ managerId, name }) => ({
      key: `${managerId}:left-out`,
      text: {
        zh: `${name ?? ''}（${managerId}）：数据有错误，未参加考核`,
        en: `${name ?? ''} (${managerId}): left out because of errors in the figures`,
      },
    })),
  ],
});

/** The contests that the reading names. */
function contestsOf(
  { by, contests }: TitleSpec,
  { figures }: ChampionsSpec,
  [context]: readonly Context[],
): ContestSpec[] {
  if (!context) return [];
  const choice = context.branch.parameters.choice(by);
  const named = contests[choice];
  if (!named) throw new Error(`${by}: no contest is named ${choice}`);
  return named.flatMap((figure) => (figures[figure] ? { figure, ...figures[figure] } : []));
}

const namesOf = (candidates: readonly Candidate[]): Text => ({
  zh: candidates.map(({ context }) => context.manager.name).join('、'),
  en: candidates.map(({ context }) => context.manager.name).join(', '),
});

const nobody = { zh: '无人参评', en: 'nobody takes part' };

/** Figures that are not known and could not win the title still leave the places below open. */
function notPlaced(outcome: Outcome, inOrder: readonly Placed[]): Text[] {
  const open = inOrder.filter(({ place }) => place === null);
  if (outcome !== 'met' || open.length === 0) return [];
  const names = namesOf(open);
  return [
    {
      zh: `情况不明、不影响得主、未列名次：${names.zh}`,
      en: `not known, not placed, no winner either way: ${names.en}`,
    },
  ];
}

const labelOf = ({ context: { manager } }: Candidate, place: Text): Text => ({
  zh: `${place.zh} ${manager.name}（${manager.manager_id}）`,
  en: `${place.en} ${manager.name} (${manager.manager_id})`,
});

/** A leader has the title, or could still have it; nobody else who takes part has. */
function outcomeOf(candidate: Candidate, { leaders, decided }: ContestResult): Outcome {
  if (candidate.part === 'unmet') return 'not-applicable';
  if (!leaders.some((leader) => idOf(leader) === idOf(candidate))) return 'unmet';
  return decided ? 'met' : 'unknown';
}

function lineFor(candidate: Placed, contests: readonly ContestSpec[], result: ContestResult): SectionLine {
  const { place } = candidate;
  const isPlaced = result.decided && place !== null;
  const says = (lang: Lang): string =>
    contests
      .map(({ title }, index) => {
        const quantity = candidate.scores[index]?.fact.quantity ?? null;
        return `${title[lang]} ${quantity ? show(quantity, lang) : { zh: '不明', en: 'unknown' }[lang]}`;
      })
      .join({ zh: '，', en: ', ' }[lang]);
  return {
    title: labelOf(
      candidate,
      isPlaced ? { zh: `第${place}名`, en: `${place}.` } : { zh: '名次未定', en: 'place open:' },
    ),
    says: { zh: says('zh'), en: says('en') },
    outcome: outcomeOf(candidate, result),
    table: 'roster',
    origin: candidate.context.manager,
  };
}

/** Who takes no part, by which rule, and the row that says so. */
function lineOutside(candidate: Candidate): SectionLine {
  const against = candidate.rules.filter(({ outcome }) => outcome === 'unmet');
  const [row] = against.flatMap(({ parts }) => parts.flatMap(({ evidence }) => evidence));
  return {
    title: labelOf(candidate, { zh: '不参评', en: 'takes no part:' }),
    says: {
      zh: against.map(({ title }) => `不符合“${title.zh}”`).join('，'),
      en: against.map(({ title }) => `not met: ${title.en}`).join(', '),
    },
    outcome: 'not-applicable',
    table: row?.table ?? 'roster',
    origin: row?.origin ?? candidate.context.manager,
  };
}

/** The rules that let the manager take part, and the figures with their source rows. */
function findingFor(
  candidate: Candidate,
  contests: readonly ContestSpec[],
  result: ContestResult,
  article: string,
): Finding {
  const figures = contests.map(({ figure, title }, index) => {
    const { value, fact, missing } = candidate.scores[index] ?? { value: null, fact: null, missing: [] };
    const outcome = value === null ? 'unknown' : 'met';
    return findingOf(
      { rule: figure, title, article },
      { by: { kind: 'known' }, outcome, observed: fact, missing },
    );
  });
  const { name, manager_id: rule } = candidate.context.manager;
  return findingOf(
    { rule, title: { zh: name, en: name }, article },
    {
      by: { kind: 'rank' },
      outcome: outcomeOf(candidate, result),
      parts: candidate.part === 'unmet' ? candidate.rules : [...candidate.rules, ...figures],
      missing: eachOnce([...candidate.rules, ...figures].flatMap(({ missing }) => missing)),
    },
  );
}
