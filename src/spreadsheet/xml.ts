/** Text inside XML. */
import { isPlain, printable } from './clean.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML holds it, in an element or an attribute; characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  isPlain(text) ? text : printable(text).replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
