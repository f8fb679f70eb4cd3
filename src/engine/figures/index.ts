/**
 * A manager's figures as a policy writes them. Each is exact, and says how it follows from others, so that sheets,
 * explanations and results show it all; what is missing of it is named.
 */
import {
  type FigurePart,
  type FigureSpec,
  type FormKey,
  formOf,
  type NamedFigure,
  type SourceKey,
  type WrittenFigure,
} from '../../model/figures/index.ts';
import { type Context, gradeOf } from '../context.ts';
import { everybody, fieldAmong, rankBy } from '../ranked.ts';
import { branch } from './branch.ts';
import { events } from './events.ts';
import { divided, made, partsOf } from './made.ts';
import { completion, metric, target } from './plan.ts';
import { rankFigure } from './rank.ts';
import { section } from './section.ts';
import { classified, classifiedIn, collected, measure } from './tables.ts';
import { type FigureValue, figureValue, type Reader } from './value.ts';
import { yearsSince } from './years.ts';

/** By the grade held or under assessment, where the value has grades. */
const value: Reader<'value'> = (parameter, _, context) =>
  figureValue(context.branch.parameters.fact(parameter, gradeOf(context)));

const appraised: Reader<'appraised'> = (among, _, context) =>
  figureValue(everybody(fieldAmong(among, context)));

const readers: { readonly [K in SourceKey]: Reader<K> } = {
  measure,
  metric,
  branch,
  target,
  completion,
  collected,
  classified,
  'classified-in': classifiedIn,
  events,
  section,
  'years-since': yearsSince,
  appraised,
  value,
};

/** Keyed by id: a figure that the policy names is worked out once for a manager, and is one fact wherever it stands. */
const known = new WeakMap<Context, Map<string, FigureValue>>();

/** A figure by its id, or as it is written in place. */
export function figureOf(figure: FigureSpec | FigurePart, context: Context): FigureValue {
  if (typeof figure !== 'string') return inPlace(figure, context);
  const before = known.get(context) ?? new Map<string, FigureValue>();
  known.set(context, before);
  const found = before.get(figure) ?? named(figure, context);
  before.set(figure, found);
  return found;
}

/** One figure by another, unrounded. */
export const quotientOf = (of: FigureSpec, by: FigurePart, context: Context): FigureValue =>
  divided(figureOf(of, context), figureOf(by, context));

function named(id: string, context: Context): FigureValue {
  const figure: NamedFigure | undefined = context.branch.policy.figures[id];
  if (!figure) throw new Error(`no figure ${id}`);
  const found = inPlace(figure, context);
  const { quantity, origin } = found.fact;
  // What is worked out goes by the title that the policy gives it; what is read off rows keeps its own.
  if (origin.kind !== 'calculation') return found;
  return { ...found, fact: { quantity, origin: { ...origin, title: figure.title } } };
}

function inPlace(figure: WrittenFigure, context: Context): FigureValue {
  const form = formOf(figure);
  const whole = isSource(form)
    ? read(form, figure, context)
    : form === 'rank'
      ? ranked(figure, context)
      : made(
          form,
          figure,
          partsOf(form, figure).map((part) => figureOf(part, context)),
        );
  return figure.over === undefined ? whole : divided(whole, figureOf(figure.over, context));
}

function ranked({ rank }: WrittenFigure, context: Context): FigureValue {
  if (rank === undefined) throw new Error('a rank by nothing');
  return rankFigure(rankBy(rank.by, rank.best, rank.among, context, figureOf), figureOf(rank.by, context));
}

const isSource = (form: FormKey): form is SourceKey => form in readers;

function read<K extends SourceKey>(form: K, figure: WrittenFigure, context: Context): FigureValue {
  const reader: Reader<K> = readers[form];
  const source = figure[form];
  if (source === undefined) throw new Error('a figure without a form');
  return reader(source as NonNullable<WrittenFigure[K]>, figure, context);
}
