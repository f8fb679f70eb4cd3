/** Text inside XML. */
import { isPlain, unprintable } from './clean.ts';

/** A text as XML holds it, in an element or an attribute; characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replaceAll(unprintable, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');

/** The first line of every part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
