/** A run's archive: what a run leaves for scripts, later quarters and auditors, and how it is read back. */
export { standingAt } from './beside.ts';
export { branchRuns } from './branches.ts';
export { type Content, compactJson, prettyJson, sha256, utf8, wholeOf } from './bytes.ts';
export { type Cause, causesOf } from './causes.ts';
export { type Difference, differencesOf } from './compare.ts';
export { csv } from './csv.ts';
export { explanationJson, explanationOf } from './explain.ts';
export {
  quantityFrom,
  type ResolvedExplanation,
  type ResolvedFact,
  type ResolvedFinding,
  type ResolvedRows,
  type ResolvedSection,
  resolveExplanation,
} from './explained.ts';
export type { ExplainedQuantity, Operation, Term } from './explanation.ts';
export { type AskedPast, type DecidedAfter, type Past, pastBehind, pastOf } from './history.ts';
export { inputRowsOf, type SheetChange, sheetChanges } from './input-rows.ts';
export {
  closingManifest,
  fingerprintOf,
  isDone,
  manifestOf,
  type Run,
  replacedBy,
  type Start,
} from './manifest.ts';
export { entriesIn, isUntouchedList, type Occupant, occupantOf, snapshotAt } from './occupant.ts';
export { type Place, placeAt, resolved } from './place.ts';
export { placeProblems } from './place-problems.ts';
export { problemsCsv } from './problems-csv.ts';
export {
  type ArchivedRun,
  bytesOf,
  explanationFile,
  findRuns,
  policyCopy,
  type Read,
  readClosing,
  readExplanation,
  readInputRows,
  readOutput,
  readRemains,
  readResults,
  readRun,
} from './read.ts';
export { recordContent, recordOf } from './record.ts';
export { resultsContent, resultsOf } from './results-json.ts';
export { gatherRollup } from './rollup.ts';
export { Staging } from './staging.ts';
export { archiveState, type FileState } from './state.ts';
export { type Named, type Names, nameOf, namesIn } from './titles.ts';
