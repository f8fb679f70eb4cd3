/** Why a file cannot be read, thrown where it is noticed and turned into a problem where the file's name is known. */
import type { Limit, Limits } from './limits.ts';

export class FileFault extends Error {
  readonly fault:
    | 'not-a-zip'
    | 'not-a-workbook'
    | 'encrypted'
    | 'damaged'
    | 'changed'
    | 'costly'
    | 'too-large';
  /** What was exceeded, for `too-large`. */
  readonly limit: Limit | null;

  constructor(fault: FileFault['fault'], limit: Limit | null = null) {
    super(limit === null ? fault : `${fault}: ${limit}`);
    this.fault = fault;
    this.limit = limit;
  }
}

export const damaged = (): FileFault => new FileFault('damaged');
/** It is not the file that was hashed. */
export const changed = (): FileFault => new FileFault('changed');
export const tooLarge = (limit: Limit): FileFault => new FileFault('too-large', limit);

/** Characters that a cell, a tag or a line may have. */
export const longestCell = (limits: Limits): number => limits['cell-kb'] * 1024;
