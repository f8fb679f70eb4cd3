/** The parts of a workbook and how they refer to one another. */
import { damaged, FileFault } from '../fault.ts';
import type { Limits } from '../limits.ts';
import type { ZipEntry } from '../zip.ts';
import { readPart } from './xml.ts';

interface Relation {
  readonly id: string;
  /** The last word of its type, which ordinary and strict files share: `worksheet`, `styles`. */
  readonly type: string;
  /** The name of the part. */
  readonly target: string;
}

/** Parts by name; case, a leading slash and Windows' slashes do not matter. */
export type Parts = ReadonlyMap<string, ZipEntry>;

const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export const partOf = (parts: Parts, name: string): ZipEntry | undefined => parts.get(keyOf(name));

export function partsOf(entries: readonly ZipEntry[]): Parts {
  const parts = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = keyOf(entry.name);
    // Which of two would another program take?
    if (parts.has(key)) throw damaged();
    parts.set(key, entry);
  }
  return parts;
}

/** The part that the package is about. */
export async function mainPart(parts: Parts, limits: Limits): Promise<string> {
  const relations = await relationsOf(parts, '', limits);
  const main = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!/\.xml$/i.test(main) || partOf(parts, main) === undefined) throw new FileFault('not-a-workbook');
  return main;
}

/** What a part refers to; nothing where it says nothing. */
export async function relationsOf(parts: Parts, owner: string, limits: Limits): Promise<Relation[]> {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const part = partOf(parts, `${folder}_rels/${owner.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (part === undefined) return relations;
  await readPart(part, limits, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.push({ id: Id, type, target: resolved(folder, Target) });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  if (plain.startsWith('/')) return plain.slice(1);
  const path = folder.split('/').filter((step) => step !== '');
  for (const step of plain.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
