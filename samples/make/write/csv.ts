// Rows as CSV text: fields with a comma, a quote or a line break are quoted.

import { gbk } from './gbk.ts';

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csv = (rows: readonly (readonly string[])[], lineEnd: '\n' | '\r\n'): string =>
  rows.map((row) => row.map(field).join(',') + lineEnd).join('');

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
export const utf8WithMark = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf8');
export { gbk };
