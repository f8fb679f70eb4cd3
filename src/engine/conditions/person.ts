/** Rules on the manager as a person: what the roster records, years of service, reviews, traineeship. */
import { addMonths, type Day, yearOf, yearsBetween } from '../../model/calendar.ts';
import type { ConditionSpecs } from '../../model/conditions/index.ts';
import { countOf, type Fact, type Quantity, theseRows } from '../../model/fact.ts';
import type { Missing } from '../../model/judgement.ts';
import { groupedText, plain } from '../../model/money.ts';
import { metIf, type Outcome } from '../../model/outcome.ts';
import { declaredWords } from '../../model/policy/declared-words.ts';
import { exactPlaces } from '../../model/ratio.ts';
import { type AnyColumn, withWords } from '../../model/table.ts';
import { reviews } from '../../model/tables/people.ts';
import { roster } from '../../model/tables/roster.ts';
import { same, type Text } from '../../model/text.ts';
import { type Branch, type Context, gradeOf } from '../context.ts';
import { comparedBy, evidence, type Judgement, missingCell, missingColumn } from '../finding.ts';
import type { Evaluator } from './evaluator.ts';

type RosterColumn = keyof (typeof roster)['columns'];

const declared = (column: string): AnyColumn & { readonly headers: readonly [string, ...string[]] } => {
  const found = (roster.columns as Readonly<Record<string, AnyColumn>>)[column];
  if (!found) throw new Error(`the roster has no column ${column}`);
  return found;
};

export const headerOf = (column: string): Text => ({ zh: declared(column).headers[0], en: column });

const rosterFact = (manager: Context['manager'], column: string, quantity: Quantity | null): Fact => ({
  quantity,
  origin: {
    kind: 'rows',
    title: headerOf(column),
    rows: theseRows({ table: 'roster', rows: [manager] }),
  },
});

const cellOf = (manager: Context['manager'], column: string): string | null => {
  const cell = manager[column as RosterColumn];
  return typeof cell === 'bigint' ? plain(cell) : cell;
};

function wordsOf(column: string, cell: string, { policy }: Branch): Text {
  const spec = declared(column);
  const own = spec.kind === 'declared' ? withWords(spec, declaredWords(policy)) : spec;
  return (
    (own.kind === 'choice' ? own.choices.findLast(({ id }) => id === cell)?.text : undefined) ?? same(cell)
  );
}

/** What is lacking where a cell says nothing: its column, or its content. */
export const lacking = (column: string, { branch, manager }: Pick<Context, 'branch' | 'manager'>): Missing =>
  branch.hasColumn('roster', manager, column)
    ? missingCell(column, headerOf(column))
    : missingColumn('roster', column);

/** Whole years since a day of the roster, counted by calendar anniversaries; unknown where it is blank. */
export function sinceDay(column: string, context: Context) {
  const { branch, manager } = context;
  const since = cellOf(manager, column);
  const years = since ? countOf('years', yearsBetween(since, branch.lastDay)) : null;
  return {
    since,
    fact: rosterFact(manager, column, years),
    missing: years === null ? [lacking(column, context)] : [],
  };
}

export const tenure: Evaluator<'tenure'> = (spec, context) => {
  const { branch, manager } = context;
  const { since, fact, missing } = sinceDay(spec.since, context);
  const threshold: Fact = {
    ...branch.parameters.fact(spec['at-least'], gradeOf(context)),
    quantity: countOf('years', branch.parameters.count(spec['at-least'], gradeOf(context))),
  };
  const compared = comparedBy('at-least', fact, threshold);
  if (!since) return { ...compared, missing };
  return {
    ...compared,
    evidence: [evidence('roster', manager, { zh: `自 ${since} 起`, en: `since ${since}` })],
  };
};

/** What a cell of the roster says, by its choice or by the words it contains. */
export const recorded: Evaluator<'recorded'> = (spec, context) => ({
  title: headerOf(spec.column),
  by: { kind: 'record', table: 'roster', column: spec.column },
  ...cellSays(spec, context),
});

function cellSays(spec: ConditionSpecs['recorded'], context: Context): Omit<Judgement, 'by'> {
  const { manager, branch } = context;
  const cell = cellOf(manager, spec.column);
  if (!cell) {
    return cell === '' && spec.blank === 'unmet'
      ? { outcome: 'unmet', observed: rosterFact(manager, spec.column, null) }
      : {
          outcome: 'unknown',
          observed: rosterFact(manager, spec.column, null),
          missing: [lacking(spec.column, context)],
        };
  }
  const observed = rosterFact(manager, spec.column, {
    kind: 'words',
    value: wordsOf(spec.column, cell, branch),
  });
  const contains = (parameter: string | undefined): boolean =>
    parameter !== undefined && branch.parameters.words(parameter).some((word) => cell.includes(word));
  if (spec.is !== undefined) return { outcome: metIf(cell === spec.is), observed };
  if (spec['other-than'] !== undefined)
    return { outcome: metIf(!branch.parameters.words(spec['other-than']).includes(cell)), observed };
  // 中专 is below college although it may be written beside words of college: what is never enough decides first.
  const outcome: Outcome = contains(spec.never) ? 'unmet' : contains(spec.contains) ? 'met' : 'unknown';
  const unclear = {
    key: `cell:${spec.column}`,
    text: { zh: `“${cell}”无法归类`, en: `"${cell}" is not understood` },
  };
  return { outcome, observed, missing: [unclear] };
}

const ratingTitle = (rating: string, { policy }: Branch): Text =>
  policy['review-ratings'][rating]?.title ?? same(rating);

/** This year's review has one of the ratings. */
export const rating: Evaluator<'rating'> = (spec, { branch, measured }): Judgement => {
  const year = yearOf(branch.period);
  const oneOf = spec['one-of'].map((each) => ratingTitle(each, branch));
  const title = {
    zh: `${year} 年考核结果为${oneOf.map(({ zh }) => zh).join('或')}`,
    en: `the review of ${year} is ${oneOf.map(({ en }) => en).join(' or ')}`,
  };
  const by = { kind: 'one-of', of: oneOf } as const;
  const review = measured.portfolio.reviews.find((each) => each.year === year);
  if (!review)
    return {
      title,
      by,
      outcome: 'unknown',
      missing: [{ key: 'cell:rating', text: { zh: `缺 ${year} 年度考核结果`, en: `no review of ${year}` } }],
    };
  const words = ratingTitle(review.rating, branch);
  return {
    title,
    by,
    outcome: metIf(spec['one-of'].includes(review.rating)),
    observed: {
      quantity: { kind: 'words', value: words },
      origin: {
        kind: 'rows',
        title: reviews.title,
        rows: theseRows({ table: 'reviews', rows: [review] }),
      },
    },
    evidence: [evidence('reviews', review, words)],
  };
};

/** The traineeship is over: its anniversary is on or before the quarter's last day. */
export const traineeshipOver: Evaluator<'traineeship-over'> = (spec, { branch, manager }) => {
  const { trainee_since: since, trainee_type: type, trainee_until: until } = manager;
  const title = { zh: '见习期满', en: 'The traineeship is over' };
  const by = { kind: 'record', table: 'roster', column: 'trainee_since' } as const;
  if (!since)
    return {
      title,
      by,
      outcome: 'unknown',
      missing: [missingCell('trainee_since', headerOf('trainee_since'))],
    };
  const end = (parameter: string): Day => addMonths(since, branch.parameters.count(parameter));
  const graduate = end(spec.graduate) <= branch.lastDay;
  // "Not less than": the branch may say a later day.
  const latest = [end(spec.other), until ?? ''].sort().at(-1) ?? '';
  const other = latest <= branch.lastDay;
  if (type === null && graduate !== other)
    return {
      title,
      by,
      outcome: 'unknown',
      missing: [missingCell('trainee_type', headerOf('trainee_type'))],
    };
  return {
    title,
    by,
    outcome: metIf(type === 'graduate' ? graduate : other),
    observed: rosterFact(manager, 'trainee_since', { kind: 'words', value: same(since) }),
  };
};

/** Among the lowest scores of the branch this year and last, where enough are ranked; without a score nobody is. */
export const bottomRank: Evaluator<'bottom-rank'> = (spec, { branch, manager, measured }) => {
  const year = yearOf(branch.period);
  const atBottom = (of: number): boolean => {
    const rank = branch.ranking.fromBottom(manager.manager_id, of);
    return (
      rank !== null &&
      rank <= branch.parameters.count(spec.places) &&
      branch.ranking.ranked(of) >= branch.parameters.count(spec['ranked-at-least'])
    );
  };
  const own = measured.portfolio.reviews.filter((each) => each.year === year || each.year === year - 1);
  return {
    title: { zh: '连续两年考核排名在后列', en: 'At the bottom of the reviews two years in a row' },
    by: { kind: 'rank' },
    outcome: metIf(atBottom(year) && atBottom(year - 1)),
    evidence: own.map((review) => {
      const rank = branch.ranking.fromBottom(manager.manager_id, review.year);
      const score = review.score === null ? '' : groupedText(exactPlaces(review.score));
      return evidence('reviews', review, {
        zh: `${review.year} 年 ${score} 分，倒数第 ${rank ?? '—'}`,
        en: `${review.year}: ${score}, rank ${rank ?? '—'} from the bottom`,
      });
    }),
  };
};
