/** The workbook of `check`: the fix list, and how each file was read. */
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { foremost } from '../model/problem-list.ts';
import { type Lang, same, type Text } from '../model/text.ts';
import { cellAddress } from '../spreadsheet/address.ts';
import { placeBook } from '../spreadsheet/place.ts';
import type { Block, Book } from '../spreadsheet/sheet.ts';
import { withWays } from '../spreadsheet/tabs.ts';
import { write } from '../spreadsheet/writer.ts';
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
interface CheckedFiles {
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

const checkBook = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  files: CheckedFiles,
): Book => {
  const first = foremost(problems);
  return {
    title: w.title,
    foot: [w.title, same('rm-appraisal')],
    sheets: withWays([
      ...(first.length < problems.length
        ? [
            {
              id: 'urgent',
              name: w.urgent,
              kind: 'list' as const,
              blocks: [opening(w.urgentTitle), problemList(first, linkTo(files, readings), 'urgent')],
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
  };
};

/** What `check` found, as a list to work through. It is dated with a fixed day: a package in error may have no period. */
export const problemsWorkbook = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  lang: Lang,
  files: CheckedFiles = { folder: '.', names: new Set() },
): Promise<Uint8Array> =>
  write(placeBook(checkBook(problems, readings, files), lang), new Date('2000-01-01T00:00:00Z'), lang);
