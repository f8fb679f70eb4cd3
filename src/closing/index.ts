/** Closing a quarter: the answers of people read back, and what follows from them. */
export { decisionsIn } from './decisions.ts';
export { templatesFor } from './letters/index.ts';
export { closingOutputs } from './outputs.ts';
export { decisionProblems } from './problems.ts';
export { readAnswers } from './read.ts';
