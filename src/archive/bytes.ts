/** Bytes of an archive's files and their hashes. */
import { createHash } from 'node:crypto';

/** A file's bytes; of one that may be larger than a text can be, in pieces that are made as they are taken. */
export type Content = Uint8Array | Iterable<Uint8Array>;

export const piecesOf = (content: Content): Iterable<Uint8Array> =>
  content instanceof Uint8Array ? [content] : content;

export const wholeOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array ? content : Buffer.concat([...content]);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The length and the hash of a content, found as it passes. */
export class Sum {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  *passing(content: Content): Generator<Uint8Array> {
    for (const piece of piecesOf(content)) {
      this.#hash.update(piece);
      this.#bytes += piece.length;
      yield piece;
    }
  }

  /** Once all of it has passed. */
  get found(): { readonly bytes: number; readonly sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** For people and for comparisons by line. */
export const prettyJson = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** For what only a program reads. */
export const compactJson = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value)}\n`);

/** So many characters are worth a piece of their own. */
const pieceLength = 1 << 18;

/** The bytes of {@link prettyJson} for an object with keys, list by list and element by element: a list may make them one by one. */
export const prettyPieces = (value: object): Iterable<Uint8Array> => encoded(jsonTexts(value, 2));

/** The bytes of {@link compactJson}, likewise. */
export const compactPieces = (value: object): Iterable<Uint8Array> => encoded(jsonTexts(value, 0));

function* jsonTexts(value: object, indent: 0 | 2): Generator<string> {
  const line = (depth: number): string => (indent === 0 ? '' : `\n${' '.repeat(indent * depth)}`);
  const textAt = (depth: number, each: unknown): string => {
    const text = JSON.stringify(each, null, indent);
    // Within a text a line break is written as two characters.
    return indent === 0 ? text : text.replaceAll('\n', line(depth));
  };
  let opening = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${opening}${line(1)}${JSON.stringify(key)}:${indent === 0 ? '' : ' '}`;
    opening = ',';
    if (!isList(each)) {
      yield textAt(1, each);
      continue;
    }
    let before = '[';
    for (const element of each) {
      yield `${before}${line(2)}${textAt(2, element)}`;
      before = ',';
    }
    yield before === '[' ? '[]' : `${line(1)}]`;
  }
  yield `${line(0)}}\n`;
}

/** A list whose elements are made when they are asked for. */
export function* mapped<T, U>(list: Iterable<T>, make: (each: T) => U): Generator<U> {
  for (const each of list) yield make(each);
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** As bytes, short texts together. */
function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < pieceLength) continue;
    yield utf8(waiting.join(''));
    waiting = [];
    length = 0;
  }
  yield utf8(waiting.join(''));
}
