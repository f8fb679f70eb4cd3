/**
 * Reads a policy file: one of the policies in the box by its id, or a file of one's own. What is wrong with it is
 * named with line and column; nothing in it is evaluated.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { parse } from 'yaml';
import { z } from 'zod';
import { readByHand, textByHand, yamlByHand } from '../intake/files/by-hand.ts';
import { reservedKeys } from '../intake/files/reserved-keys.ts';
import { type Diagnostic, errorOf, type Location } from '../model/diagnostic.ts';
import { declaredWords } from '../model/policy/declared-words.ts';
import type { Policy, PolicyFile } from '../model/policy.ts';
import { isSystemFault } from '../model/system-fault.ts';
import type { DeclaredWords } from '../model/table.ts';
import type { Text } from '../model/text.ts';
import { boxedPolicy, policyDefaults, policyIds } from './box.ts';
import { schemaOf, visitsOf } from './declared.ts';
import { narrowed, reasonOf } from './form-words.ts';
import { inLanguageTwo } from './language-one.ts';
import { lintPolicy } from './lint.ts';
import { keyOffset, offsetOf, type PlaceOf } from './place.ts';
import { spellingOf } from './spelling.ts';
import { keysAt } from './walk.ts';

export { policyIds } from './box.ts';

export const policyProblems = {
  notFound: errorOf('policy.not-found', ({ asked, known }: { asked: string; known: readonly string[] }) => ({
    message: {
      zh: `没有名为“${asked}”的政策，也没有这个文件`,
      en: `there is no policy or file "${asked}"`,
    },
    hint: {
      zh: `自带的政策：${known.join('、')}；最接近的是“${closest(asked, [...known])}”`,
      en: `policies in the box: ${known.join(', ')}; the nearest is "${closest(asked, [...known])}"`,
    },
  })),
  notYaml: errorOf('policy.not-yaml', ({ fault }: { fault: Text }) => ({
    message: {
      zh: `政策文件不是有效的 YAML：${fault.zh}`,
      en: `the policy file is not valid YAML: ${fault.en}`,
    },
    hint: {
      zh: '请对照自带的政策文件检查这一行的缩进、冒号和引号',
      en: 'compare the indentation, colons and quotes of this line with the policy in the box',
    },
  })),
  invalid: errorOf(
    'policy.invalid',
    (fault: { path: string; zh: string; en: string; nearest: string | null }) => ({
      message: {
        zh: `政策文件的 ${fault.path} 有误：${fault.zh}`,
        en: `${fault.path} in the policy is wrong: ${fault.en}`,
      },
      hint: fault.nearest
        ? { zh: `是否应为“${fault.nearest}”`, en: `did you mean "${fault.nearest}"?` }
        : {
            zh: '请对照自带的政策文件改正；不认识的键一律不接受',
            en: 'correct it as the policy in the box has it; unknown keys are refused',
          },
    }),
  ),
};

export interface LoadedPolicy {
  /** Null where there are errors. */
  readonly policy: Policy | null;
  /** Errors: no command works with such a policy. */
  readonly problems: readonly Diagnostic[];
  /** Warnings and notes, for whoever writes the policy. */
  readonly remarks: readonly Diagnostic[];
  /** The file as read: an archive keeps a copy, so that the run can be repeated. */
  readonly bytes: Uint8Array;
}

/** A policy by its id, or from a file. */
export async function loadPolicy(idOrFile: string): Promise<LoadedPolicy> {
  const known = await policyIds();
  if (known.includes(idOrFile)) return fromBox(idOrFile);
  const name = basename(idOrFile);
  let bytes: Uint8Array;
  try {
    bytes = await readByHand(idOrFile);
  } catch (fault) {
    if (!isSystemFault(fault) || fault.code !== 'ENOENT') throw fault;
    const problems = [policyProblems.notFound({ file: name }, { asked: idOrFile, known })];
    return { ...refused(problems), bytes: new Uint8Array() };
  }
  return { ...parsePolicy(bytes, name), bytes };
}

/** They stay what they are while the tool runs: one that runs many commands reads each once. */
const boxRead = new Map<string, LoadedPolicy>();

async function fromBox(id: string): Promise<LoadedPolicy> {
  const before = boxRead.get(id);
  if (before !== undefined) return before;
  const bytes = await boxedPolicy(id);
  const loaded = { ...parsePolicy(bytes, `${id}/policy.yaml`), bytes };
  boxRead.set(id, loaded);
  return loaded;
}

/** A policy from the bytes of its file; `name` is what problems call it. */
export function parsePolicy(bytes: Uint8Array, name: string): Omit<LoadedPolicy, 'bytes'> {
  const text = textByHand(bytes, { file: name });
  if (typeof text !== 'string') return refused([text]);
  const { document: original, lines, faults } = yamlByHand(text);
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file: name, row: line, column: String(col) };
  };
  if (faults.length > 0)
    return refused(faults.map(({ offset, says }) => policyProblems.notYaml(at(offset), { fault: says })));

  const reserved = reservedKeys(original).map(({ key, offset }) => {
    const says = { zh: '不认识的键', en: 'an unknown key' };
    return policyProblems.invalid(at(offset), { path: key, ...says, nearest: null });
  });
  if (reserved.length > 0) return refused(reserved);

  const file = inLanguageTwo(original, text);
  const { document } = file === null ? { document: original } : yamlByHand(file.text);
  const before = (offset: number): number => file?.before(offset) ?? offset;
  const spelling = spellingOf(file === null ? 2 : 1);
  const placeOf: PlaceOf = (path) => at(before(keyOffset(document, path)));
  const written: unknown = document.toJS();
  const value = isRecord(written) ? { ...defaults(), ...written } : written;
  const schema = schemaOf(value);
  const read = schema.safeParse(value);
  if (read.success) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const parsed = { file: read.data, ownKeys: new Set(isRecord(written) ? Object.keys(written) : []) };
    const found = lintPolicy(parsed, visitsOf(read.data), placeOf, spelling);
    const problems = found.filter(({ severity }) => severity === 'error');
    const remarks = found.filter(({ severity }) => severity !== 'error');
    return { policy: problems.length > 0 ? null : { ...parsed, name, sha256 }, problems, remarks };
  }
  const problems = read.error.issues.flatMap(narrowed).map((issue) => {
    const seen: unknown = document.getIn(issue.path);
    const way = issue.path.map(String);
    const keys = keysAt(schema, value, issue.path).map((key) => spelling.key(way, key));
    const reason = reasonOf(issue, document.hasIn(issue.path) || issue.code === 'invalid_key');
    return policyProblems.invalid(
      at(before(offsetOf(document, issue))),
      {
        path: spelling.way(way) || name,
        ...spelling.text(reason, way),
        nearest: nearestTo(issue, seen, keys),
      },
      { value: typeof seen === 'string' || typeof seen === 'number' ? String(seen) : null },
    );
  });
  return refused(problems);
}

/** The text of a policy file in the language of today, comments and layout kept; or what is wrong with the file. */
export async function inTodaysLanguage(path: string): Promise<string | readonly Diagnostic[]> {
  const { problems, bytes } = await loadPolicy(path);
  const text = textByHand(bytes, { file: basename(path) });
  if (problems.length > 0) return problems;
  if (typeof text !== 'string') return [text];
  return inLanguageTwo(yamlByHand(text).document, text)?.text ?? text;
}

/** What may have been meant: a declared id, a word of the language, one of the keys of the place. */
function nearestTo(issue: z.core.$ZodIssue, seen: unknown, keys: readonly string[]): string | null {
  const near = (written: unknown, known: readonly unknown[]): string | null =>
    typeof written === 'string' && known.length > 0 ? closest(written, known.map(String)) : null;
  if (issue.code === 'custom')
    return near(seen, (issue.params?.known as readonly string[] | undefined) ?? []);
  if (issue.code === 'invalid_key') {
    const [of] = issue.issues;
    return of?.code === 'custom'
      ? near(issue.path.at(-1), (of.params?.known as readonly string[] | undefined) ?? [])
      : null;
  }
  if (issue.code === 'invalid_value') return near(seen, issue.values);
  if (issue.code === 'unrecognized_keys') return near(issue.keys[0], keys);
  return null;
}

const refused = (problems: readonly Diagnostic[]): Omit<LoadedPolicy, 'bytes'> => ({
  policy: null,
  problems,
  remarks: [],
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

let read: Readonly<Record<string, unknown>> | undefined;
/** What a file takes from defaults.yaml unless it has the key. */
function defaults(): Readonly<Record<string, unknown>> {
  read ??= z.record(z.string(), z.unknown()).parse(parse(policyDefaults()));
  return read;
}

/** The keys that a file may leave out because defaults.yaml has them. */
export const defaultKeys = (): string[] => Object.keys(defaults());

let empty: PolicyFile | undefined;
/** A policy that declares nothing. */
function emptyPolicy(): PolicyFile {
  const nothing = {
    language: 2,
    policy: 'none',
    edition: '',
    title: { zh: '', en: '' },
    source: { zh: '', en: '' },
  };
  const value = { ...defaults(), ...nothing };
  empty ??= schemaOf(value).parse(value);
  return empty;
}

/** The words of a policy that declares none. */
export const defaultWords = (): DeclaredWords => declaredWords(emptyPolicy());
