/** A text with parts of it replaced, which still knows where each of its characters stood before. */

/** From where to where in the text before. */
export type Span = readonly [start: number, end: number];

/** New words for what stands somewhere else. */
interface Standing {
  readonly text: string;
  readonly at: number;
}

interface Piece {
  readonly text: string;
  /** Where it stood before, or what it stands for. */
  readonly at: number;
  readonly copied: boolean;
}

interface Edit {
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

export interface Rewritten {
  readonly text: string;
  /** Where in the text before the character stood that is now at `offset`, or what it was written for. */
  before(offset: number): number;
}

export class Rewriting {
  readonly text: string;
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** Puts new words and copies of other parts of the text in the place of a part of it; no two such parts overlap. */
  replace(span: Span, ...by: readonly (string | Span | Standing)[]): void {
    const pieces = by.map((each) => {
      if (typeof each === 'string') return written(each, span[0]);
      return 'text' in each ? written(each.text, each.at) : this.#copy(each);
    });
    this.#edits.push({ span, pieces });
  }

  /** Whether a part of the text is gone already. */
  isReplaced([start, end]: Span): boolean {
    return this.#edits.some(({ span }) => span[0] <= start && end <= span[1] && span[0] < span[1]);
  }

  #copy([start, end]: Span): Piece {
    return { text: this.text.slice(start, end), at: start, copied: true };
  }

  done(): Rewritten {
    const pieces: Piece[] = [];
    let end = 0;
    for (const { span, pieces: by } of this.#edits.sort((a, b) => a.span[0] - b.span[0])) {
      pieces.push(this.#copy([end, span[0]]), ...by);
      end = span[1];
    }
    pieces.push(this.#copy([end, this.text.length]));
    return { text: pieces.map(({ text }) => text).join(''), before: (offset) => before(pieces, offset) };
  }
}

const written = (text: string, at: number): Piece => ({ text, at, copied: false });

function before(pieces: readonly Piece[], offset: number): number {
  let start = 0;
  for (const { text, at, copied } of pieces) {
    if (offset < start + text.length) return copied ? at + offset - start : at;
    start += text.length;
  }
  const last = pieces.at(-1);
  return last ? last.at + last.text.length : 0;
}
