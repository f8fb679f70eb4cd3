/** Texts as a workbook can hold them. */

const longestCell = 32_000;
/** Control characters and lone halves of characters. Tabs and line breaks stay. */
const unprintable = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** Control characters, and all that stands outside the common plane. */
const isOdd = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe;

/**
 * True where a text is sure to mean the same everywhere: it has no odd character and none of the signs by which XML and
 * the spreadsheet programs escape others. Nearly every text is plain.
 */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isOdd(code)) return false;
    if (code === 0x22 || code === 0x26 || code === 0x3c || code === 0x3e || code === 0x5f) return false;
  }
  return true;
}

/** A text without what cannot be shown. */
export function printable(text: string): string {
  for (let at = 0; at < text.length; at += 1)
    if (isOdd(text.charCodeAt(at))) return text.replaceAll(unprintable, '');
  return text;
}

/** A text that XML and the spreadsheet programs accept and show as it is: `_x0041_` would be read as an escape for A. */
export function clean(text: string): string {
  if (text.length <= longestCell && isPlain(text)) return text;
  return (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(unprintable, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
