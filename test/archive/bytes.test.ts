/** What is written in pieces is the same as at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compactJson,
  compactPieces,
  mapped,
  prettyJson,
  prettyPieces,
  wholeOf,
} from '../../src/archive/bytes.ts';

const text = (content: Iterable<Uint8Array>): string => Buffer.from(wholeOf(content)).toString();

test('a value in pieces is the same text as in one, pretty and compact', () => {
  const value = fc.dictionary(
    fc.string({ unit: 'binary' }),
    fc.oneof(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined)),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(
      value.filter((each) => Object.values(each).some((of) => of !== undefined)),
      (each) => {
        expect(text(prettyPieces(each))).toBe(Buffer.from(prettyJson(each)).toString());
        expect(text(compactPieces(each))).toBe(Buffer.from(compactJson(each)).toString());
      },
    ),
  );
});

test('a list is made element by element, and a long one in several pieces', () => {
  const made: number[] = [];
  const list = mapped(
    Array.from({ length: 1000 }, (_, index) => index),
    (each) => {
      made.push(each);
      return '客'.repeat(1000);
    },
  );
  const pieces = prettyPieces({ before: [], list, after: { a: [1] } })[Symbol.iterator]();
  const first = pieces.next();
  expect(made.length).toBeGreaterThan(100);
  expect(made.length).toBeLessThan(400);
  const rest = [...{ [Symbol.iterator]: () => pieces }];
  const all = [first.value ?? new Uint8Array(), ...rest];
  expect(all.length).toBeGreaterThan(3);
  const value = {
    before: [],
    list: Array.from({ length: 1000 }, () => '客'.repeat(1000)),
    after: { a: [1] },
  };
  expect(Buffer.concat(all).toString()).toBe(Buffer.from(prettyJson(value)).toString());
});
