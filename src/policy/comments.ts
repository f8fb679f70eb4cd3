/** The comments of the policies in the box stand there in both languages, marked `#en` and `#zh`. */
import type { Lang } from '../model/text.ts';

const marked = /^( *)#(en|zh)(?![a-z])([^\n]*\n)/gm;

/** A policy file with the comments of one language, unmarked; what is not marked stays, whatever the encoding. */
export const withCommentsIn = (bytes: Uint8Array, lang: Lang): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(marked, (_, indent: string, of: string, rest: string) =>
        of === lang ? `${indent}#${rest}` : '',
      ),
    'latin1',
  );
