/** Words a person reads, in both languages of the tool. */

export const languages = ['zh', 'en'] as const;
export type Lang = (typeof languages)[number];

/** One wording in Chinese and in English; the compiler asks for both. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A wording that is the same in both languages: a name, a number, an id. */
export const same = (words: string): Text => ({ zh: words, en: words });

/**
 * A template's text in one piece. Without the tag it keeps the pieces that it is made of, in four times the room, for as long
 * as it lives: for texts that every customer of a bank has.
 */
export const flat = (between: TemplateStringsArray, ...values: readonly string[]): string => {
  const pieces = [between[0]];
  for (let at = 0; at < values.length; at += 1) pieces.push(values[at], between[at + 1]);
  return pieces.join('');
};

/** A text worked out in each language. */
export const inBoth = (of: (lang: Lang) => string): Text => ({ zh: of('zh'), en: of('en') });

/** Texts and plain strings one after the other. */
export const join = (parts: readonly (Text | string)[], between: Text | string = ''): Text =>
  inBoth((lang) =>
    parts
      .map((part) => (typeof part === 'string' ? part : part[lang]))
      .filter((part) => part !== '')
      .join(typeof between === 'string' ? between : between[lang]),
  );

interface Telling {
  readonly text: Text;
}

/** What is said of each of these, one after the other: its text, or by `of`. */
export function joined(those: readonly Telling[], between: Text | string): Text;
export function joined<T>(those: readonly T[], between: Text | string, of: (one: T) => Text | string): Text;
export function joined<T>(
  those: readonly T[],
  between: Text | string,
  of = (one: T): Text | string => (one as T & Telling).text,
): Text {
  return join(those.map(of), between);
}

export const comma: Text = { zh: '、', en: ', ' };
export const semicolon: Text = { zh: '；', en: '; ' };
export const none: Text = { zh: '无', en: 'none' };
