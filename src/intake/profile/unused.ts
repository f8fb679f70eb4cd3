/** Lines of a profile that nothing in the package made use of: a header that the bank has renamed, or a slip. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FoundProfile } from './find.ts';
import { profileProblems } from './problems.ts';

export function unusedLines({ profile, file }: Pick<FoundProfile, 'profile' | 'file'>): Diagnostic[] {
  const unused = profile.entries.filter((entry) => !profile.used.has(entry));
  const [first] = unused;
  if (first === undefined) return [];
  const lines = unused.map(({ path }) => path.join(' › '));
  return [profileProblems.unused({ file: file?.name ?? '', row: first.line }, { lines })];
}
