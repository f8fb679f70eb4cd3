/** What a letter says, paragraph by paragraph. */
import PizZip from 'pizzip';

export const wordsOf = (bytes: Uint8Array): string[] =>
  (new PizZip(bytes).file('word/document.xml')?.asText() ?? '')
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''))
    .filter((text) => text !== '');
