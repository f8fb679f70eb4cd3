/** The letters of a closed quarter. */
export { lettersOf } from './letters.ts';
export { type Templates, templatesFor } from './templates.ts';
