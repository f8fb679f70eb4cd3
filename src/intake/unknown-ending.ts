/** Files whose ending says nothing: what holds a table, or is named for one, is never passed over. */
import type { Quarter } from '../model/calendar.ts';
import { tablesByColumns, topOf } from './by-columns.ts';
import { openUnknown } from './files/index.ts';
import type { Limits } from './files/limits.ts';
import type { HashedFile } from './folder.ts';
import type { BankProfile } from './profile/profile.ts';
import {
  claimsOfFile,
  isMapped,
  type Recognition,
  recogniseSheets,
  recognitionProblems,
} from './recognise.ts';
import type { Settings } from './settings.ts';

export async function recogniseUnknown(
  file: HashedFile,
  limits: Limits,
  settings: Settings,
  profile: BankProfile,
  period: Quarter,
): Promise<Recognition> {
  const { name } = file;
  const raw = await openUnknown(file, limits);
  // What is named outright is read whatever it is called.
  if (isMapped(name, settings, profile))
    return recogniseSheets(name, raw?.sheets ?? [], settings, profile, period);
  for (const sheet of raw?.sheets ?? []) {
    const found = tablesByColumns([], await topOf(sheet), sheet, profile, period);
    if (found.length > 0)
      return {
        ...nothing,
        doubtful: found,
        problems: [recognitionProblems.unknownEnding({ file: name }, { tables: found, name })],
      };
  }
  const named = claimsOfFile(name);
  const problem =
    named.length > 0
      ? recognitionProblems.namedForTable({ file: name }, { tables: named, name })
      : recognitionProblems.notATable({ file: name }, {});
  return { ...nothing, problems: [problem] };
}

const nothing: Recognition = { claimed: [], doubtful: [], problems: [], unclaimed: [], suggestions: [] };
