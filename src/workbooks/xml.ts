/** Text inside XML. */
import { isPlain } from './clean.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What stands for something else in XML, and what may not stand in it at all.
const special = /[&<>"]|(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A text as XML holds it, in an element or an attribute; characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  isPlain(text) ? text : text.replaceAll(special, (character) => entities[character] ?? '');

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
