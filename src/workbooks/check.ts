/** The workbook of `check`: the fix list, and how each file was read. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { same, type Text } from '../model/text.ts';
import { cellAddress } from '../spreadsheet/address.ts';
import type { Block, Book } from '../spreadsheet/sheet.ts';
import { withWays } from '../spreadsheet/tabs.ts';
import { type LinkOf, problemList, readingSheets } from './problems.ts';

const w = {
  title: { zh: '数据检查', en: 'Data check' },
  problems: { zh: '问题清单', en: 'Problems' },
  urgent: { zh: '先处理', en: 'First' },
  urgentTitle: {
    zh: '先处理这十条：最重、涉及人最多的，按文件归在一起',
    en: 'These ten first: the gravest and those that concern most people, file by file',
  },
  problemsTitle: { zh: '问题清单：按顺序逐条处理', en: 'Problems, in the order to work through' },
};

const opening = (text: Text): Block => ({ kind: 'title', text, lines: [] });

/** The files that were checked, as the workbook finds them. */
export interface CheckedFiles {
  /** Relative to the workbook, with forward slashes. */
  readonly folder: string;
  readonly names: ReadonlySet<string>;
}

/** To the cell of a problem: its row, and the column that has its header. */
const linkTo =
  ({ folder, names }: CheckedFiles, readings: readonly Reading[]): LinkOf =>
  ({ at: { file = '', sheet = null, row = 1, column } }) => {
    if (!names.has(file)) return undefined;
    const address = { file: `${folder}/${file}` };
    if (sheet === null) return address;
    const reading = readings.find(({ source }) => source.file === file && source.sheet === sheet);
    const position = reading?.columns.find(({ header }) => header === column)?.position ?? 1;
    return { ...address, sheet: same(sheet), cell: cellAddress(row, position) };
  };

const most = 10;
const gravity = { error: 0, warning: 1, note: 2 } as const;

/** The gravest, and of these those that concern most people; those of one file together. */
function urgent(problems: readonly Diagnostic[]): Diagnostic[] {
  const first = problems
    .toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || b.managers.length - a.managers.length)
    .slice(0, most);
  const files = [...new Set(first.map(({ at }) => at.file))];
  return first.toSorted((a, b) => files.indexOf(a.at.file) - files.indexOf(b.at.file));
}

export const checkBook = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  files: CheckedFiles,
): Book => ({
  title: w.title,
  foot: [w.title, same('rm-appraisal')],
  sheets: withWays([
    ...(problems.length > most
      ? [
          {
            id: 'urgent',
            name: w.urgent,
            kind: 'list' as const,
            blocks: [
              opening(w.urgentTitle),
              problemList(urgent(problems), linkTo(files, readings), 'urgent'),
            ],
          },
        ]
      : []),
    {
      id: 'problems',
      name: w.problems,
      kind: 'list',
      blocks: [opening(w.problemsTitle), problemList(problems, linkTo(files, readings))],
    },
    ...readingSheets(readings, opening),
  ]),
});
