/** Reads a case file: each case as the trials that it makes, and what is wrong with it with line and column. */
import type { z } from 'zod';
import { textByHand, yamlByHand } from '../intake/files/by-hand.ts';
import { reservedKeys } from '../intake/files/reserved-keys.ts';
import { type Diagnostic, errorOf, type Location } from '../model/diagnostic.ts';
import type { Text } from '../model/text.ts';
import { narrowed, reasonOf } from '../policy/form-words.ts';
import { keyOffset, offsetOf } from '../policy/place.ts';
import { spellingOf } from '../policy/spelling.ts';
import { caseFile, type Given, given, type OneCase, readings } from './form.ts';

/** The moving figure of a case, X, wherever it stands: in values, in keys, within a text. */
const movingFigure = /(?<![A-Za-z0-9])X(?![A-Za-z0-9])/;

/** The same with every X replaced; `count` says how often it stood there. */
function replaced(node: unknown, value: string): { node: unknown; count: number } {
  if (typeof node === 'string')
    return movingFigure.test(node)
      ? { node: node.replace(movingFigure, value), count: 1 }
      : { node, count: 0 };
  if (typeof node !== 'object' || node === null) return { node, count: 0 };
  const parts = Object.entries(node).map(([key, child]) => {
    const inKey = movingFigure.test(key);
    const inside = replaced(child, value);
    return {
      key: inKey ? key.replace(movingFigure, value) : key,
      node: inside.node,
      count: inside.count + (inKey ? 1 : 0),
    };
  });
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    node: Array.isArray(node)
      ? parts.map((part) => part.node)
      : Object.fromEntries(parts.map((part) => [part.key, part.node])),
    count,
  };
}

/** One thing to be tried: with the moving figure set, where there is one. */
export interface Trial {
  readonly name: Text;
  /** The line of the case. */
  readonly row: number;
  readonly readings: Readonly<Record<string, string | string[]>>;
  readonly given: Given;
  readonly expect: Readonly<Record<string, string>>;
}

export interface CaseFile {
  readonly name: string;
  readonly topic: Text;
  readonly trials: readonly Trial[];
}

export const caseProblems = {
  notYaml: errorOf('case.not-yaml', ({ fault }: { fault: Text }) => ({
    message: {
      zh: `案例文件不是有效的 YAML：${fault.zh}`,
      en: `the file of cases is not valid YAML: ${fault.en}`,
    },
    hint: {
      zh: '请检查这一行的缩进、冒号和引号',
      en: 'check the indentation, colons and quotes of this line',
    },
  })),
  invalid: errorOf('case.invalid', ({ path, says }: { path: string; says: Text }) => ({
    message: { zh: `案例的 ${path} 有误：${says.zh}`, en: `${path} of the cases is wrong: ${says.en}` },
    hint: {
      zh: '请对照 init 写出的案例；不认识的键一律不接受',
      en: 'write it as the case that init writes; unknown keys are refused',
    },
  })),
};

type Path = readonly (string | number)[];
interface Wrong {
  readonly path: Path;
  readonly issue: z.core.$ZodIssue | null;
  readonly says: Text;
}

/** A case file from its bytes; `name` is what problems call it. */
export function readCases(
  bytes: Uint8Array,
  name: string,
): { readonly file: CaseFile | null; readonly problems: readonly Diagnostic[] } {
  const refused = (...problems: Diagnostic[]) => ({ file: null, problems });
  const text = textByHand(bytes, { file: name });
  if (typeof text !== 'string') return refused(text);
  // Every cell is read as text: no figure passes through binary floating point.
  const { document, lines, faults } = yamlByHand(text, 'failsafe');
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file: name, row: line, column: String(col) };
  };
  if (faults.length > 0)
    return refused(...faults.map(({ offset, says }) => caseProblems.notYaml(at(offset), { fault: says })));
  const reserved = reservedKeys(document).map(({ key, offset }) =>
    caseProblems.invalid(at(offset), { path: key, says: { zh: '不认识的键', en: 'an unknown key' } }),
  );
  if (reserved.length > 0) return refused(...reserved);
  const said = ({ path, issue, says }: Wrong): Diagnostic =>
    caseProblems.invalid(
      at(issue ? offsetOf(document, { ...issue, path: [...path] }) : keyOffset(document, path)),
      {
        path: path.join('.') || name,
        says,
      },
    );
  const read = caseFile.safeParse(document.toJS());
  if (!read.success) return refused(...wrongIn(read.error, [], (path) => document.hasIn(path)).map(said));
  const { topic, cases } = read.data;
  const tried = cases.map((each, index) =>
    trialsOf(each, ['cases', index], at(keyOffset(document, ['cases', index, 'case'])).row ?? 0, (path) =>
      document.hasIn(path),
    ),
  );
  const wrong = tried.flatMap((each) => ('wrong' in each ? each.wrong : []));
  if (wrong.length > 0) return refused(...wrong.map(said));
  return {
    file: { name, topic, trials: tried.flatMap((each) => ('trials' in each ? each.trials : [])) },
    problems: [],
  };
}

const wrongIn = (error: z.ZodError, within: Path, isThere: (path: Path) => boolean): Wrong[] =>
  error.issues.flatMap(narrowed).map((issue) => {
    const path = [...within, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    return {
      path,
      issue,
      says: spellingOf(2).text(reasonOf(issue, isThere(path) || issue.code === 'invalid_key')),
    };
  });

type Tried = { readonly trials: readonly Trial[] } | { readonly wrong: readonly Wrong[] };

/** A case as trials: one, or one for each value of the moving figure. */
function trialsOf(each: OneCase, path: Path, row: number, isThere: (path: Path) => boolean): Tried {
  const written = each.given ?? {};
  const name = { zh: `${each.article} ${each.case}`, en: `${each.article} ${each.en ?? each.case}` };
  const one = (titled: Text, what: unknown, by: unknown, expect: Trial['expect']): Tried => {
    const [read, readAs] = [given.safeParse(what), readings.safeParse(by)];
    if (!read.success) return { wrong: wrongIn(read.error, [...path, 'given'], isThere) };
    if (!readAs.success) return { wrong: wrongIn(readAs.error, [...path, 'readings'], isThere) };
    return { trials: [{ name: titled, row, readings: readAs.data, given: read.data, expect }] };
  };
  if (each.X === undefined || each.decides === undefined)
    return one(name, written, each.readings, each.expect);
  const decides = [each.decides].flat();
  const all = Object.entries(each.X).map(([value, outcomes]): Tried => {
    const [inGiven, inReadings] = [replaced(written, value), replaced(each.readings, value)];
    const expected = [outcomes].flat();
    const wrong = (says: Text): Tried => ({ wrong: [{ path: [...path, 'X'], issue: null, says }] });
    if (inGiven.count + inReadings.count === 0)
      return wrong({ zh: 'given 和 readings 里没有 X', en: 'no X in what is given' });
    if (expected.length !== decides.length)
      return wrong({
        zh: `X 为 ${value} 时，decides 的每一处各要一个结果`,
        en: `for X ${value}: one outcome for each place of decides`,
      });
    const titled = { zh: `${name.zh}［X = ${value}］`, en: `${name.en} [X = ${value}]` };
    return one(titled, inGiven.node, inReadings.node, {
      ...each.expect,
      ...Object.fromEntries(decides.map((what, index) => [what, expected[index] ?? ''])),
    });
  });
  const wrong = all.flatMap((tried) => ('wrong' in tried ? tried.wrong : []));
  // What is wrong with the case is wrong for every value of X: it is said once.
  if (wrong.length > 0)
    return { wrong: [...new Map(wrong.map((one) => [String([one.path, one.says.en]), one])).values()] };
  return { trials: all.flatMap((tried) => ('trials' in tried ? tried.trials : [])) };
}

/** What a case gives, alone in a file. */
export const readGiven = (text: string): Given => given.parse(yamlByHand(text, 'failsafe').document.toJS());
