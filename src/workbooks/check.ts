/** The workbook of `check`: the fix list, and how each file was read. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { same, type Text } from '../model/text.ts';
import { problemList, readingSheets } from './problems.ts';
import type { Block, Book } from './sheet.ts';

const w = {
  title: { zh: '数据检查', en: 'Data check' },
  problems: { zh: '问题清单', en: 'Problems' },
  problemsTitle: { zh: '问题清单：按顺序逐条处理', en: 'Problems, in the order to work through' },
};

const opening = (text: Text): Block => ({ kind: 'title', text, lines: [] });

export const checkBook = (problems: readonly Diagnostic[], readings: readonly Reading[]): Book => ({
  title: w.title,
  foot: [w.title, same('rm-appraisal')],
  sheets: [
    {
      id: 'problems',
      name: w.problems,
      purpose: 'list',
      paper: 'landscape',
      blocks: [opening(w.problemsTitle), problemList(problems)],
    },
    ...readingSheets(readings, opening),
  ],
});
