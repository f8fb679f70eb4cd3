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
