/** The texts that the sheets of a workbook share: rich text put together, phonetic guides left out. */
import { tooLarge } from '../fault.ts';
import type { Limits } from '../limits.ts';
import type { ZipEntry } from '../zip.ts';
import { readPart } from './xml.ts';

/** `_x000D_` is how a character is written that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

export async function sharedStrings(part: ZipEntry | undefined, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const most = limits['texts-million'] * 1_000_000;
  let length = 0;
  const rich = richText();
  await readPart(part, limits, {
    open(name) {
      if (name === 'si') rich.begin();
      else rich.open(name);
    },
    text: rich.text,
    close(name) {
      if (name !== 'si') {
        rich.close(name);
        return;
      }
      const string = unescaped(rich.end());
      // An empty text takes room as well.
      length += string.length + 8;
      if (length > most) throw tooLarge('texts-million');
      strings.push(string);
    },
  });
  return strings;
}

interface RichText {
  begin(): void;
  open(name: string): void;
  text(piece: string): void;
  close(name: string): void;
  end(): string;
}

/** Collects the `t` elements of a shared or inline text, not those of phonetic runs (`rPh`). */
export function richText(): RichText {
  let text = '';
  let inText = false;
  let phonetic = false;
  return {
    begin() {
      text = '';
      inText = false;
      phonetic = false;
    },
    open(name) {
      if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = true;
    },
    text(piece) {
      if (inText && !phonetic) text += piece;
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
    end: () => text,
  };
}
