/**
 * Files that people write by hand: settings, bank profiles, policies, lists. Whole in memory, so no larger than a hand
 * writes, and plain YAML: a name for what stands elsewhere in the file (a few lines of them may say billions) is none.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Document, isCollection, LineCounter, parseDocument, visit } from 'yaml';
import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import { naming, SystemFault, systemProblems } from '../../model/system-fault.ts';
import { same, type Text } from '../../model/text.ts';
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

/** `schema`: `failsafe` takes every value for a text. */
export function yamlByHand(text: string, schema: 'core' | 'failsafe' = 'core'): YamlByHand {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    offset: pos[0],
    says: same(message),
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
