/** Reads a package by the words of a policy that declares none. */
import { type ReadOptions, readPackage as read } from '../../src/intake/index.ts';
import type { QuarterPackage } from '../../src/model/package.ts';
import { defaultWords } from '../../src/policy/file.ts';

export const readPackage = (folder: string, options: Partial<ReadOptions> = {}): Promise<QuarterPackage> =>
  read(folder, { declared: defaultWords(), ...options });
