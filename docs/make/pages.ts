/** The pages of the manual that the code knows better than anyone who writes: by file name, how each is made. */
import { columnsPage } from './columns.ts';
import { problemsPage } from './problems.ts';

export const pages: Readonly<Record<string, () => string>> = {
  'columns.md': columnsPage,
  'problems.md': problemsPage,
};
