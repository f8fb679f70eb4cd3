/** Archived quarters in which nothing happened, but for what a test says. */
export { recordOf } from '../../../src/cases/history.ts';
