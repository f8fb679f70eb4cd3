/** Bytes of an archive's files and their hashes. */
import { createHash } from 'node:crypto';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** For people and for comparisons by line. */
export const prettyJson = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

/** For what only a program reads. */
export const compactJson = (value: unknown): Uint8Array => utf8(`${JSON.stringify(value)}\n`);
