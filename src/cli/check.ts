/** `appraise check`: everything that `run` would refuse or mention, as one ordered list to put right. */
import { relative, resolve, sep } from 'node:path';
import { excerptsOf } from '../intake/excerpts.ts';
import { type Diagnostic, inOrder } from '../model/diagnostic.ts';
import type { Reading } from '../model/package.ts';
import { problemsWorkbook } from '../workbooks/index.ts';
import { type ExitStatus, type Speaker, statusOf } from './command.ts';
import { excerptLine, positionOf } from './excerpt.ts';
import type { RequestOptions } from './options.ts';
import { listPlace, ownPlace, writeList } from './out.ts';
import { judge } from './pipeline.ts';
import { problemCounts, problemLines } from './problem-list.ts';
import { readingLines } from './readings.ts';
import { requestOf } from './request.ts';

interface CheckOptions extends RequestOptions {
  readonly out?: string;
}

/** More of them would fill the screen with what one look at the file shows. */
const mostExcerpts = 50;

export async function check(speaker: Speaker, folder: string, options: CheckOptions): Promise<ExitStatus> {
  const { io, lang, colour } = speaker;
  const out = options.out ?? null;
  const request = requestOf(folder, options, out);
  const occupant = out === null ? null : await ownPlace(out);
  const { problems: found, past, package: read } = await judge(request, speaker.progress);
  const problems = inOrder([...found, ...past.remarks]);
  const names = new Set(read.inputs.map(({ name }) => name));
  const placed = problems.filter(({ at }) => at.row !== undefined).slice(0, mostExcerpts);
  const excerpts = await excerptsOf(folder, names, placed);
  speaker.progress.end();
  if (out !== null && occupant !== null) {
    const files = { folder: addressOf(folder, listPlace(out, occupant)), names };
    const bytes = await problemsWorkbook(problems, read.readings, request.lang, files);
    const path = await writeList(out, occupant, 'problems.xlsx', bytes, io.onStop);
    speaker.tell({ zh: `清单：${path}`, en: `the list: ${path}` });
  }
  if (speaker.json) {
    const withRows = problems.map((problem) => ({ ...problem, excerpt: excerpts.get(problem) ?? null }));
    io.out(checkJson(withRows, read.readings));
  } else {
    for (const problem of problems) {
      const cells = excerpts.get(problem);
      const below = cells && [excerptLine(cells, positionOf(problem, read.readings))];
      io.out(problemLines(problem, lang, colour.out, below));
    }
    for (const reading of read.readings) io.out(`\n${readingLines(reading, lang).join('\n')}\n`);
  }
  speaker.tell({ zh: problemCounts(problems, 'zh'), en: problemCounts(problems, 'en') });
  return statusOf(problems);
}

/** The package as links in a workbook of that folder name it. */
const addressOf = (folder: string, from: string): string =>
  relative(resolve(from), resolve(folder)).split(sep).join('/') || '.';

/** What was found and what was understood, as data. */
const checkJson = (problems: readonly Diagnostic[], readings: readonly Reading[]): string =>
  `${JSON.stringify({ schema: 'rm-appraisal/check/1', problems, readings }, null, 2)}\n`;
