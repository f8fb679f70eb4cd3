/** Writes CSV (RFC 4180) that Excel opens as it is: UTF-8 with a byte-order mark, and no text that becomes a formula. */

/** Excel would run what begins so, some versions in full width as well; an apostrophe before it is what a person would type. */
const harmless = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

const field = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csv = (rows: readonly (readonly string[])[]): string =>
  `\u{feff}${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
