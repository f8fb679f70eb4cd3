/** Closing a quarter: what waits for a person, the answers read back, and what follows from them. */
export { closingBasisOf } from './basis.ts';
export { decisionsIn } from './decisions.ts';
export { templatesFor } from './letters/index.ts';
export { olderBooks } from './older-books.ts';
export { closingOutputs } from './outputs.ts';
export { decisionProblems } from './problems.ts';
export { readAnswers } from './read.ts';
export { decisionsWorkbook } from './workbook.ts';
