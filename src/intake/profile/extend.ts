/**
 * Puts suggested lines into the text of a profile: what stands there stays as it is, sign by sign. Lines that are sure are
 * added to the sections they belong to; doubtful ones beside them as comments, for a person to decide.
 */
import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Suggestion } from '../../model/package.ts';
import type { Lang } from '../../model/text.ts';
import { inOrder } from '../suggest/merge.ts';
import { quoted } from './write.ts';

const opening: Readonly<Record<Lang, string>> = {
  zh: `# 银行对照表：本行导出文件中的列名、文件名、单位、用词和工号是什么意思。每个季度都用它。
# 以 # 开头的行不起作用；拿不准的建议写在 # 之后，核实后去掉 # 即生效，不对的删去。
`,
  en: `# The bank profile: what the headers, files, units, words and ids of this bank's exports mean. Every quarter uses it.
# Lines that begin with # have no effect. Doubtful suggestions stand behind one: remove it once you have made sure, or the line.
`,
};

/** The text with the lines added that it does not have. */
export function extended(text: string, suggestions: readonly Suggestion[], lang: Lang): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.trim() === '' ? opening[lang] : text;
  const fresh = suggestions.filter((each) => !stands(start, each));
  // The places of one line after another: each is looked up in the text that has those before it.
  const result = inOrder(fresh).reduce(
    (sofar, each) => withLine(sofar, each, lang),
    start.replaceAll('\r\n', '\n'),
  );
  return result.replaceAll('\n', eol);
}

/** `币别: currency  # 值：CNY ×880`, as a comment where it is doubtful. */
export function lineOf({ path, value, sure, reason }: Suggestion, lang: Lang): string {
  const said = reason[lang].replace(/\s+/g, ' ').trim();
  const note = said === '' ? '' : `  # ${said}`;
  return `${sure ? '' : '# '}${quoted(path.at(-1) ?? '')}: ${value}${note}`;
}

/** Whether a doubtful line was proposed before, or the key is there. */
function stands(text: string, { path, value, sure }: Suggestion): boolean {
  const { map, rest } = deepest(parsed(text).map, path);
  if (rest.length === 0 && map !== null) return true;
  const line = `${quoted(path.at(-1) ?? '')}: ${value}`;
  const comments = [`# ${line}`, `# ${placeOf(path)} › ${line}`];
  return (
    !sure &&
    text
      .split(/\r?\n/)
      .some((each) =>
        comments.some((known) => each.trim() === known || each.trim().startsWith(`${known}  #`)),
      )
  );
}

/** `columns › every` of a header there. */
const placeOf = (path: readonly string[]): string => path.slice(0, -1).join(' › ');

interface Parsed {
  readonly map: YAMLMap | null;
  readonly lines: LineCounter;
}

function parsed(text: string): Parsed {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  return { map: isMap(contents) ? contents : null, lines };
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

/** The innermost map that is there on the way, the key of an empty one, and what is left of the path. */
function deepest(top: YAMLMap | null, path: readonly string[]) {
  let map = top;
  for (let depth = 0; depth < path.length; depth++) {
    const pair = map === null ? undefined : pairOf(map, path[depth] ?? '');
    if (pair === undefined) return { map, empty: null, rest: path.slice(depth) };
    if (isMap(pair.value)) map = pair.value;
    else if (depth < path.length - 1) return { map, empty: pair, rest: path.slice(depth + 1) };
    else return { map, empty: null, rest: [] };
  }
  return { map, empty: null, rest: [] };
}

function withLine(text: string, suggestion: Suggestion, lang: Lang): string {
  const { map, lines } = parsed(text);
  const { map: inner, empty, rest } = deepest(map, suggestion.path);
  if (rest.length === 0) return text;
  if (inner === null) return joined(text, block(rest, suggestion, lang, 0));
  if (inner.flow === true) return inFlow(text, inner, rest, suggestion, lang);
  if (empty !== null) {
    // A section whose lines are all commented out.
    const [from = 0, to = from] = (isScalar(empty.key) && empty.key.range) || [];
    const indent = lines.linePos(from).col - 1 + 2;
    return insertedAfter(text, to, block(rest, suggestion, lang, indent));
  }
  const first = inner.items[0]?.key;
  const indent = isScalar(first) && first.range ? lines.linePos(first.range[0]).col - 1 : 0;
  return insertedAfter(text, endOf(inner), block(rest, suggestion, lang, indent));
}

/** The rest of the path as nested lines. */
function block(rest: readonly string[], suggestion: Suggestion, lang: Lang, indent: number): string {
  const above = rest.slice(0, -1).map((key, depth) => `${' '.repeat(indent + depth * 2)}${quoted(key)}:`);
  const line = `${' '.repeat(indent + above.length * 2)}${lineOf(suggestion, lang)}`;
  return [...above, line].join('\n');
}

/** Between braces a line is a part; a doubtful one cannot stand there and goes below. */
function inFlow(
  text: string,
  map: YAMLMap,
  rest: readonly string[],
  suggestion: Suggestion,
  lang: Lang,
): string {
  const end = (map.range?.[1] ?? 1) - 1;
  if (!suggestion.sure) {
    return insertedAfter(
      text,
      end,
      `# ${placeOf(suggestion.path)} › ${lineOf({ ...suggestion, sure: true }, lang)}`,
    );
  }
  const value = rest.slice(1).reduceRight((inner, key) => `{ ${quoted(key)}: ${inner} }`, suggestion.value);
  const part = `${quoted(rest[0] ?? '')}: ${value}`;
  const before = text.slice(0, end).trimEnd();
  return `${before}${map.items.length === 0 ? ' ' : ', '}${part} ${text.slice(end)}`;
}

/** Where the last value of a map ends. */
function endOf(map: YAMLMap): number {
  const last = map.items.at(-1);
  if (last !== undefined && isMap(last.value) && last.value.flow !== true && last.value.items.length > 0)
    return endOf(last.value);
  const node = last?.value ?? last?.key;
  return (
    (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
      ? Number(node.range[1])
      : map.range?.[1]) ?? 0
  );
}

/** Lines of their own below the line of this place, and below the comments that belong to what stands there. */
function insertedAfter(text: string, offset: number, added: string): string {
  const indent = Math.max(1, added.length - added.trimStart().length);
  let next = text.indexOf('\n', Math.max(0, offset));
  while (next >= 0) {
    const end = text.indexOf('\n', next + 1);
    const line = text.slice(next + 1, end < 0 ? undefined : end);
    if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length < indent) break;
    if (end < 0) return joined(text, added);
    next = end;
  }
  return next < 0 ? joined(text, added) : `${text.slice(0, next + 1)}${added}\n${text.slice(next + 1)}`;
}

const joined = (text: string, line: string): string =>
  text === '' || text.endsWith('\n') ? `${text}${line}\n` : `${text}\n${line}\n`;
