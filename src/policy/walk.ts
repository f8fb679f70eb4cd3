/** A walk over a value along its schema: what each part of it was declared as, and where it stands. */
import { z } from 'zod';
import type { Path } from './place.ts';

export interface Visit {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly path: Path;
  /** The keys that stand beside it. */
  readonly beside: Readonly<Record<string, unknown>>;
}

/** Every part of a value that its schema accepts, from the outside in, in the order of the schema's keys. */
export function* walk(
  schema: z.ZodType,
  value: unknown,
  path: Path = [],
  beside: Visit['beside'] = {},
): Generator<Visit> {
  if (value === undefined) return;
  const inner = unwrapped(schema, value);
  yield { schema: inner, value, path, beside };
  if (typeof value !== 'object' || value === null) return;
  const keys = value as Readonly<Record<string, unknown>>;
  if (inner instanceof z.ZodArray && Array.isArray(value))
    for (const [index, each] of value.entries())
      yield* walk(asType(inner.element), each, [...path, index], keys);
  else if (inner instanceof z.ZodTuple && Array.isArray(value))
    for (const [index, each] of value.entries())
      yield* walk(asType(inner.def.items[index]), each, [...path, index], keys);
  else if (inner instanceof z.ZodRecord)
    for (const [key, each] of Object.entries(value))
      yield* walk(asType(inner.valueType), each, [...path, key], keys);
  else if (inner instanceof z.ZodObject)
    for (const [key, each] of Object.entries(inner.shape))
      yield* walk(asType(each), keys[key], [...path, key], keys);
}

/** The keys that may stand in a place of the file; none where the schema cannot tell. */
export function keysAt(schema: z.ZodType, value: unknown, [step, ...rest]: readonly PropertyKey[]): string[] {
  const inner = unwrapped(schema, value);
  if (step === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
  const below =
    inner instanceof z.ZodObject
      ? inner.shape[String(step)]
      : inner instanceof z.ZodArray
        ? inner.element
        : inner instanceof z.ZodTuple
          ? inner.def.items[Number(step)]
          : inner instanceof z.ZodRecord
            ? inner.valueType
            : undefined;
  return below instanceof z.ZodType ? keysAt(below, Object(value)[step], rest) : [];
}

/** The schema that says what the value is: without wrappers, and of alternatives the one that accepts it. */
function unwrapped(schema: z.ZodType, value: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodLazy)
    return unwrapped(asType(schema.unwrap()), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    const option = schema.options.find(
      (each) => each instanceof z.ZodObject && asType(each.shape[key]).safeParse(Object(value)[key]).success,
    );
    if (option) return unwrapped(asType(option), value);
  } else if (schema instanceof z.ZodUnion) {
    const option = schema.options.map(asType).find((each) => each.safeParse(value).success);
    if (option) return unwrapped(option, value);
  }
  return schema;
}

const asType = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('no schema of the policy language');
};
