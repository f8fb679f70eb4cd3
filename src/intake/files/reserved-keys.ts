/** Keys of a YAML file that its schema leaves out without a word, and that would change what an object is. */
import { type Document, isPair, isScalar, visit } from 'yaml';

interface ReservedKey {
  readonly key: string;
  /** The key it stands below; null: it stands at the top. */
  readonly below: string | null;
  /** Where it begins in the file. */
  readonly offset: number;
}

export function reservedKeys(document: Document): ReservedKey[] {
  const found: ReservedKey[] = [];
  visit(document, {
    Pair: (_, { key }, path) => {
      if (!isScalar(key) || key.value !== '__proto__') return;
      const parent = path.findLast(isPair)?.key;
      found.push({
        key: key.value,
        below: isScalar(parent) ? String(parent.value) : null,
        offset: key.range?.[0] ?? 0,
      });
    },
  });
  return found;
}
