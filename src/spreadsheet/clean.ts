/** Texts as a workbook can hold them. */

const longestCell = 32_000;
/** Control characters and lone halves of characters. Tabs and line breaks stay. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A control character, or one outside the common plane. */
const odd = /[^ -~\u00a0-\ud7ff\ue000-\ufffd]/;
/** The same, or one of the signs by which XML and the spreadsheet programs escape others: `"&<>_`. */
const special = /[^ !#-%'-;=?-^`-~\u00a0-\ud7ff\ue000-\ufffd]/;

/** True where a text is sure to mean the same everywhere. Nearly every text is plain, so that this is asked of all first. */
export const isPlain = (text: string): boolean => !special.test(text);

/** A text without what cannot be shown. */
export const printable = (text: string): string => (odd.test(text) ? text.replaceAll(unprintable, '') : text);

/** A text that XML and the spreadsheet programs accept and show as it is: `_x0041_` would be read as an escape for A. */
export function clean(text: string): string {
  if (text.length <= longestCell && isPlain(text)) return text;
  return (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unprintable, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
