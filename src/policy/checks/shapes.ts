/** The values of the parameters are of the shape in which the rules and sections read them. */
import { closest } from 'fastest-levenshtein';
import type { Quantity } from '../../model/fact.ts';
import { numberIn } from '../../model/judgement.ts';
import type { ParameterSpec } from '../../model/policy/parameters.ts';
import { seriesOf } from '../../model/policy/series.ts';
import type { Shape } from '../../model/reference.ts';
import { read, type Value } from '../parameters.ts';
import { lintProblems } from '../problems.ts';
import type { Asked, Use } from '../references.ts';
import type { Check } from './looking.ts';

type ParameterUse = Use & { readonly asked: Asked };
const usesOfParameter = (uses: readonly Use[], id: string): ParameterUse[] =>
  uses.flatMap((use) => (use.id === id && use.asked ? [{ ...use, asked: use.asked }] : []));

/** How a parameter is read, wherever it is. */
export const askedOf = (uses: readonly Use[], id: string): Asked[] =>
  usesOfParameter(uses, id).map(({ asked }) => asked);

const hasOneForEveryone = ({ value, changed }: ParameterSpec): boolean =>
  value !== undefined || changed !== undefined;

/** A value by grade stands only where one for a grade is read, and one for everyone where that is read. */
export const byGrade: Check = ({ file, placeOf, spelling, uses }) =>
  Object.entries(file.parameters).flatMap(([id, spec]) => {
    const key = (['by-grade', 'changed-by-grade'] as const).find((each) => spec[each] !== undefined);
    if (key === undefined) return [];
    const asked = usesOfParameter(uses, id);
    const forEveryone = asked.find((use) => use.asked.byGrade === null);
    const isNeverRead = asked.every((use) => use.asked.byGrade === null);
    if (forEveryone === undefined || (hasOneForEveryone(spec) && !isNeverRead)) return [];
    const at = placeOf(['parameters', id, key]);
    return [lintProblems.notByGrade(at, { id, by: spelling.way(forEveryone.path) })];
  });

/** Each readable value is of the shape that every reference reads. */
export const shapes: Check = ({ file, placeOf, spelling, uses }) =>
  seriesOf(file).flatMap(({ id, spec, lines }) =>
    lines.flatMap(({ value: written, path }) => {
      const value = read(written, spec);
      const against = usesOfParameter(uses, id).find(
        ({ asked }) => value !== null && !isOf(value, spec, asked),
      );
      if (against === undefined) return [];
      const says = { id, by: spelling.way(against.path), asked: against.asked };
      return [lintProblems.wrongShape(placeOf(path), says, { value: String(written) })];
    }),
  );

/** A reading has no choice that some reference does not tell apart. */
export const choices: Check = ({ file, placeOf, uses }) =>
  Object.entries(file.parameters).flatMap(([id, { choices = [] }]) =>
    choices.flatMap((choice, index) => {
      const against = askedOf(uses, id).find((asked) => asked.choices && !asked.choices.includes(choice));
      const known = against?.choices ?? [];
      if (known.length === 0) return [];
      const at = placeOf(['parameters', id, 'choices', index]);
      return [
        lintProblems.noSuchChoice(at, { id, known, nearest: closest(choice, known) }, { value: choice }),
      ];
    }),
  );

function isOf(value: Value, spec: ParameterSpec, { shape, positive }: Asked): boolean {
  if (value.kind === 'words') return shape === (spec.choices === undefined ? 'words' : 'choice');
  const { quantity } = value;
  if (!fits(quantity, shape)) return false;
  return !positive || above0(quantity);
}

function fits(quantity: Quantity, shape: Shape): boolean {
  if (shape === 'quantity') return true;
  if (quantity.kind === 'count')
    return ['count', 'places'].includes(shape) && Number.isInteger(quantity.value);
  if (isBelow0(quantity)) return false;
  if (shape === 'places') return quantity.kind === 'ratio';
  return shape === 'yuan' ? isYuan(quantity) : quantity.kind === shape;
}

/** Only prices and points may be below 0. */
const isBelow0 = (quantity: Quantity): boolean => (numberIn(quantity)?.n ?? 0n) < 0n;

const above0 = (quantity: Quantity): boolean => (numberIn(quantity)?.n ?? 0n) > 0n;

const isYuan = (quantity: Quantity): boolean => quantity.kind === 'amount' && quantity.unit === 'CNY';
