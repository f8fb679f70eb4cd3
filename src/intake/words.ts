/** How words of files are made comparable: full and half width, case, spaces, and spellings that mean the same. */

/** Half width, trimmed. Raised and circled numbers stay what they are: 5² is not 52, and ①1 not 11. */
export const halfWidth = (text: string): string =>
  text.replace(/[^\p{No}\p{So}]+/gu, (words) => words.normalize('NFKC')).trim();

/** For comparing names: half width, lower case, no white space. */
export const nameKey = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** For comparing headers: also `_`, a `*` that marks a required column, and spellings banks use for one another. */
export const headerKey = (text: string): string =>
  nameKey(text)
    .replace(/[_*]/g, '')
    .replace(/[:：]$/, '')
    .replaceAll('帐', '账')
    .replaceAll('日平均', '日均')
    .replaceAll('日平', '日均');

/** What an export leaves of a character that its encoding does not have. */
export const hasLostCharacter = (name: string): boolean => lost.test(name);
const lost = /[?\ufffd]/;

/** A dash or 无 stands for nothing in cells of numbers, dates, ids and choices. */
export const isNothing = (text: string): boolean => text === '' || nothing.test(text);
// A pattern that is written where it is used is made anew each time.
const nothing = /^(?:[-–—―−－]+|无)$/;
