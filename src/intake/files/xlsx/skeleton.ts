/** A sheet's XML without its rows: a small document, whatever the size of the sheet. */
import { tooLarge } from '../fault.ts';

const opening = /<(?:[\w.-]+:)?sheetData(?:\s[^>]*)?>/;
const closing = /<\/(?:[\w.-]+:)?sheetData\s*>/g;
/** More than any closing tag takes. */
const longestTag = 200;
/** More than any sheet says beside its rows. */
const longest = 32 * 1024 * 1024;

/** The pieces of the sheet before its first row and after its last. Reads to the end in any case. */
export async function skeletonOf(text: AsyncIterable<string>): Promise<string[]> {
  let head = '';
  let begun = false;
  let tail: string[] = [];
  let tailLength = 0;
  let carried = '';
  const after = (piece: string): void => {
    const window = carried + piece;
    const end = [...window.matchAll(closing)].at(-1)?.index;
    if (end !== undefined) {
      tail = [window.slice(end)];
      tailLength = 0;
    } else if (tail.length > 0) tail.push(piece);
    tailLength += tail.length > 0 ? piece.length : 0;
    if (tailLength > longest) throw tooLarge('unpacked-mb');
    carried = unfinishedTag(window);
  };
  for await (const piece of text) {
    if (begun) {
      after(piece);
      continue;
    }
    head += piece;
    const match = opening.exec(head);
    if (match === null) {
      if (head.length > longest) throw tooLarge('unpacked-mb');
      continue;
    }
    begun = true;
    const end = match.index + match[0].length;
    const rest = head.slice(end);
    head = head.slice(0, end);
    if (match[0].endsWith('/>')) tail = [''];
    after(rest);
  }
  return [head, ...tail];
}

/** The beginning of a closing tag whose end the next piece has. */
const unfinishedTag = (text: string): string => /<[^<>]*$/.exec(text.slice(-longestTag))?.[0] ?? '';
