/** A run's archive: what a run leaves for scripts, later quarters and auditors, and how it is read back. */
export { compactJson, prettyJson, sha256, utf8 } from './bytes.ts';
export { type Cause, causesOf } from './causes.ts';
export { type Difference, differencesOf } from './compare.ts';
export { explanationOf } from './explain.ts';
export {
  type OpenExplanation,
  type OpenFact,
  type OpenFinding,
  type OpenRows,
  type OpenSection,
  openExplanation,
  quantityFrom,
} from './explained.ts';
export type { ExplainedQuantity, Explanation, Operation, Term } from './explanation.ts';
export { filesIn, type Occupant, type OnStop, occupantOf, Staging, writeWhole } from './folder.ts';
export { type Past, pastBehind, pastOf } from './history.ts';
export { fingerprintOf, manifestOf, type Run } from './manifest.ts';
export { problemsCsv } from './problems-csv.ts';
export {
  type ArchivedRun,
  explanationFile,
  policyCopy,
  type Read,
  readExplanation,
  readResults,
  readRun,
} from './read.ts';
export { recordOf } from './record.ts';
export { resultsOf } from './results-json.ts';
export { branchRuns, gatherRollup } from './rollup.ts';
export { archiveState, type FileState } from './state.ts';
export { type Named, type Names, nameOf, namesIn } from './titles.ts';
