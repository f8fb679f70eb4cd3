/** `check --suggest FILE`: the bank profile that would make a package readable, line by line with its reason. */
import { basename, dirname, join } from 'node:path';
import { type Staging, snapshotAt } from '../archive/index.ts';
import { decodedText } from '../intake/files/encoding.ts';
import { extended, lineOf } from '../intake/profile/extend.ts';
import { inOrder, merged } from '../intake/suggest/merge.ts';
import type { Suggestion } from '../model/package.ts';
import { isSystemFault } from '../model/system-fault.ts';
import { gather, type Request } from '../run/pipeline.ts';
import { handWrittenText } from './by-hand.ts';
import type { Terminal } from './command.ts';
import { holding, placeOf, writeFile } from './out.ts';
import { schemaBeside, schemaBytes, schemaLine } from './schemas.ts';

/** Headers first, then what the headers let one see: ids, words. */
const mostRounds = 5;

/** Writes the profile and answers a request that reads the package by it. */
export const suggest = (terminal: Terminal, request: Request, file: string): Promise<Request> =>
  holding(terminal, placeOf(file, null), {}, (staging) => suggestAt(terminal, request, file, staging));

async function suggestAt(
  terminal: Terminal,
  request: Request,
  file: string,
  staging: Staging,
): Promise<Request> {
  const name = basename(file);
  const before = await textOf(file);
  const found = await gather(request, terminal.progress);
  const base = before ?? decodedText(found.package.bank?.content ?? new Uint8Array()) ?? '';
  const added: Suggestion[] = [];
  let text = base;
  let doubtful: readonly Suggestion[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const { package: read } = await gather({ ...request, bank: { name, text } }, terminal.progress);
    if (read.problems.some(({ code }) => code.startsWith('bank.') && code !== 'bank.unused')) break;
    doubtful = read.suggestions.filter(({ sure }) => !sure);
    const sure = read.suggestions.filter((each) => each.sure);
    const next = extended(text, sure, request.lang);
    if (next === text || sure.length === 0) break;
    added.push(...sure);
    text = next;
  }
  text = extended(text, doubtful, request.lang);
  terminal.progress.end();
  if (before === null) text = withSchema(text, staging);
  if (text !== before) writeFile(staging, new TextEncoder().encode(text));
  show(terminal, file, merged([...added, ...doubtful]));
  return { ...request, bank: { name, text } };
}

/** A new profile with the line by which editors find its schema, which is put beside it. */
function withSchema(text: string, staging: Staging): string {
  const schema = join(dirname(staging.place.path), schemaBeside('bank'));
  staging.put(schema, schemaBytes('bank'), snapshotAt(schema));
  const line = schemaLine('bank');
  return text.startsWith(line) ? text : line + text;
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await handWrittenText(file);
  } catch (fault) {
    if (isSystemFault(fault) && fault.code === 'ENOENT') return null;
    throw fault;
  }
}

/** The lines, ready to be pasted. */
function show(terminal: Terminal, file: string, suggestions: readonly Suggestion[]): void {
  if (terminal.json) return;
  const { lang } = terminal;
  if (suggestions.length === 0) {
    terminal.tell({
      zh: '没有可建议的：没有看不懂的列名和文件',
      en: 'nothing to suggest: no header or file is unknown',
    });
    return;
  }
  const lines: string[] = [];
  let above = '';
  for (const each of inOrder(suggestions)) {
    const place = each.path.slice(0, -1);
    if (place.join('\n') !== above)
      lines.push(
        ...place.map((key, depth) => `${'  '.repeat(depth)}${key}:`).slice(sharedKeys(above, place)),
      );
    above = place.join('\n');
    lines.push(`${'  '.repeat(place.length)}${lineOf(each, lang)}`);
  }
  terminal.print([...lines, '']);
  terminal.tell({
    zh: `以上建议已写入 ${file}（拿不准的写在 # 之后，请核实）；下面是按它检查的结果`,
    en: `these lines stand in ${file} now (doubtful ones behind a #, to be made sure of); this is the check by them`,
  });
}

/** How many keys two places have in common from the top. */
function sharedKeys(above: string, place: readonly string[]): number {
  const before = above.split('\n');
  let shared = 0;
  while (shared < place.length - 1 && before[shared] === place[shared]) shared += 1;
  return above === '' ? 0 : shared;
}
