/**
 * Files that people write by hand: settings, bank profiles, policies, lists. Whole in memory, so no larger than a hand
 * writes, and plain YAML: a name for what stands elsewhere in the file (a few lines of them may say billions) is none.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Document, type ErrorCode, isCollection, LineCounter, parseDocument, visit } from 'yaml';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import { naming, SystemFault, systemProblems } from '../../model/system-fault.ts';
import type { Text } from '../../model/text.ts';
import { decodedText } from './encoding.ts';
import { fileProblems } from './problems.ts';

/** Many times what anyone writes, and little enough to be parsed at once. */
const mostBytes = 1024 * 1024;

/** As many bytes of such a file as are ever looked at. */
export const bytesByHand = mostBytes + 1;

/**
 * The bytes of such a file, of one that is too long its first ones.
 *
 * @throws the system's fault; a SystemFault for a folder, a pipe or a device, which would be read without end
 */
export async function readByHand(path: string): Promise<Uint8Array> {
  const about = await stat(path);
  if (about.isDirectory()) throw new SystemFault(systemProblems.aFolder({ file: path }, { code: 'EISDIR' }));
  if (!about.isFile()) throw new SystemFault(systemProblems.notAFile({ file: path }, { code: 'ENXIO' }));
  try {
    return Buffer.concat(await createReadStream(path, { end: mostBytes }).toArray());
  } catch (fault) {
    throw naming(path, fault);
  }
}

/** The text of such a file, or why it is none. */
export function textByHand(bytes: Uint8Array, at: Location): string | Diagnostic {
  if (bytes.length > mostBytes) return fileProblems.tooLong(at, { megabytes: mostBytes / 1024 / 1024 });
  return decodedText(bytes) ?? fileProblems.text(at, {});
}

interface YamlByHand {
  readonly document: Document;
  readonly lines: LineCounter;
  /** What is wrong with its form, each with where it begins. */
  readonly faults: readonly { readonly offset: number; readonly says: Text }[];
}

/** Where the parser speaks to programmers. */
const severalFiles = 'a line “---” makes several files of it';
const notByTheRules = '这里的写法不合 YAML 的规则';
/** What the parser's findings mean, without its terms. */
const chinese: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_COLLECTION_TYPE: '这里不该是这种列表或映射',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对；反斜杠本身要写两个',
  BAD_INDENT: '缩进不对，或括号没有成对',
  BAD_SCALAR_START: '以特殊符号开头的内容要加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“键: 值”；值中有冒号的要加引号',
  BLOCK_IN_FLOW: '花括号或方括号里不能换成缩进的写法',
  DUPLICATE_KEY: '同一个键写了两次',
  MISSING_CHAR: '缺少符号：引号、括号、逗号没有成对，或冒号后没有空一格',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行里；是否缺少冒号或冒号后的空格？',
  MULTIPLE_DOCS: '文件里有一行“---”，把它分成了几份',
  TAB_AS_INDENT: '缩进要用空格，不能用制表符',
  UNEXPECTED_TOKEN: '这里多了符号或内容',
};

/** `schema`: `failsafe` takes every value for a text. */
export function yamlByHand(text: string, schema: 'core' | 'failsafe' = 'core'): YamlByHand {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema });
  const faults = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
    offset: pos[0],
    says: { zh: chinese[code] ?? notByTheRules, en: code === 'MULTIPLE_DOCS' ? severalFiles : message },
  }));
  return { document, lines, faults: faults.length > 0 ? faults : notPlain(document) };
}

/** The first alias and the first key that is a list or a map. */
function notPlain(document: Document): YamlByHand['faults'] {
  const found = new Map<string, YamlByHand['faults'][number]>();
  const add = (kind: string, offset: number | undefined, says: Text): void => {
    if (!found.has(kind)) found.set(kind, { offset: offset ?? 0, says });
  };
  visit(document, {
    Alias: (_, { source, range }) =>
      add('alias', range?.[0], {
        zh: `不接受别名 *${source}，请写出它所指的内容`,
        en: `the alias *${source} is not taken: write out what it stands for`,
      }),
    Pair: (_, { key }) => {
      if (isCollection(key))
        add('key', key.range?.[0], {
          zh: '键应是一个名称，不能是列表或映射',
          en: 'a key is a name, not a list or a map',
        });
    },
  });
  return [...found.values()];
}
