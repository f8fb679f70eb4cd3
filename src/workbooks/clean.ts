/** Texts as a workbook can hold them. */

const longestCell = 32_000;
// Control characters and lone halves of characters. Tabs and line breaks stay.
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
// What a text must hold to be changed by any of it; nearly none does.
const suspect = /_x|[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/u;

/** A text that XML and the spreadsheet programs accept and show as it is: `_x0041_` would be read as an escape for A. */
export function clean(text: string): string {
  if (text.length <= longestCell && !suspect.test(text)) return text;
  return (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unprintable, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
