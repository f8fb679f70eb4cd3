/** `appraise check`: everything that `run` would refuse or mention, as one ordered list to put right. */
import { relative, sep } from 'node:path';
import { resolved } from '../archive/index.ts';
import { excerptsOf } from '../intake/excerpts.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Reading, Suggestion } from '../model/package.ts';
import { listed } from '../model/problem-list.ts';
import { appraiseRequest, type Request } from '../run/pipeline.ts';
import { problemsWorkbook } from '../workbooks/check.ts';
import { type ExitStatus, statusOf, type Terminal } from './command.ts';
import type { OutOptions, RequestOptions } from './options.ts';
import { holding, type ListTarget, listTargetAt, placeOf } from './out.ts';
import { printable } from './printable.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { readingLines } from './readings.ts';
import { requestOf } from './request.ts';
import { suggest } from './suggest.ts';

const longestText = 24;
/** The row's first cells, which say whose it is, and those beside the one in question. */
const few = { first: 3, beside: 1, most: 7 };

/** Where in its row the cell stands that a problem speaks of; -1 where it speaks of none. */
function positionOf({ at }: Diagnostic, readings: readonly Reading[]): number {
  const reading = readings.find(
    ({ source }) => source.file === at.file && source.sheet === (at.sheet ?? null),
  );
  return (reading?.columns.find(({ header }) => header === at.column)?.position ?? 0) - 1;
}

/** The row a problem speaks of, on one line: `0012 │ C1 │ «abc» │ …`. */
function excerptLine(cells: readonly string[], position: number): string {
  const last = cells.findLastIndex((cell) => cell !== '');
  const shown = Array.from({ length: Math.max(last, position) + 1 }, (_, index) => index).filter(
    (index) =>
      index === position ||
      (index <= last && (last < few.most || index < few.first || Math.abs(index - position) <= few.beside)),
  );
  const texts = shown.flatMap((index, place) => {
    const text = short(printable(cells[index] ?? ''));
    const gap = index - (shown[place - 1] ?? -1) > 1 ? ['…'] : [];
    return [...gap, index === position ? `«${text}»` : text];
  });
  const more = (shown.at(-1) ?? last) < last ? ['…'] : [];
  return [...texts, ...more].join(' │ ');
}

const short = (text: string): string => {
  const letters = [...text];
  return letters.length > longestText ? `${letters.slice(0, longestText - 1).join('')}…` : text;
};

interface CheckOptions extends RequestOptions, OutOptions {
  readonly out?: string;
  readonly suggest?: string;
}

/** More of them would fill the screen with what one look at the file shows. */
const mostExcerpts = 50;

export async function check(terminal: Terminal, folder: string, options: CheckOptions): Promise<ExitStatus> {
  const ask = async (out: string | null): Promise<Request> => {
    const request = requestOf(folder, options, out);
    return options.suggest === undefined ? request : suggest(terminal, request, options.suggest);
  };
  if (options.out === undefined) return checked(terminal, await ask(null), null);
  const place = placeOf(options.out, folder);
  const request = await ask(place.path);
  return holding(terminal, place, options, async (staging) =>
    checked(terminal, request, await listTargetAt(staging)),
  );
}

/** Checks a package and shows what was found, as a workbook too where one is asked for. */
async function checked(terminal: Terminal, request: Request, list: ListTarget | null): Promise<ExitStatus> {
  const { io, lang, colour } = terminal;
  const { problems: found, past, package: read } = await appraiseRequest(request, terminal.progress);
  const problems = listed([...found, ...past.remarks]);
  const names = new Set(read.inputs.map(({ name }) => name));
  const placed = problems.filter(({ at }) => at.row !== undefined).slice(0, mostExcerpts);
  const excerpts = await excerptsOf(request.package, names, placed);
  terminal.progress.end();
  if (list !== null) {
    const files = { folder: addressOf(request.package, list.folder), names };
    const path = await list.write(await problemsWorkbook(problems, read.readings, request.lang, files));
    terminal.tell({ zh: `清单：${path}`, en: `the list: ${path}` });
  }
  if (terminal.json) {
    const withRows = problems.map((problem) => ({ ...problem, excerpt: excerpts.get(problem) ?? null }));
    io.out(checkJson(withRows, read.readings, read.suggestions));
  } else {
    for (const problem of problems) {
      const cells = excerpts.get(problem);
      const below = cells && [excerptLine(cells, positionOf(problem, read.readings))];
      io.out(problemLines(problem, lang, colour.out, below));
    }
    for (const reading of read.readings) io.out(`\n${readingLines(reading, lang).join('\n')}\n`);
  }
  terminal.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
  return statusOf(problems);
}

/** The package as links in a workbook of that folder name it. */
const addressOf = (folder: string, from: string): string =>
  relative(from, resolved(folder)).split(sep).join('/') || '.';

/** What was found and what was understood, as data. */
const checkJson = (
  problems: readonly Diagnostic[],
  readings: readonly Reading[],
  suggestions: readonly Suggestion[],
): string =>
  `${JSON.stringify({ schema: 'rm-appraisal/check/1', problems, readings, suggestions }, null, 2)}\n`;
