/** Rows that belong together by a key that nearly every row has for itself. */

/**
 * The rows that share a key, by that key; of rows alone with theirs, those that `matters` picks. A row without a key is in
 * no group.
 */
export function groupsOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  matters: (row: Row) => boolean = () => false,
): readonly (readonly Row[])[] {
  // A map of millions of texts is slow: first it is counted how often a number drawn from the key occurs.
  const counts = new Uint8Array(rows.length * 16);
  const numbers = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as Row;
    const key = keyOf(row);
    // The first one is nobody's.
    const number = key === null ? 0 : 1 + (hash(key) % (counts.length - 1));
    numbers[at] = number;
    if (number > 0) counts[number] = counts[number] === 0 && !matters(row) ? 1 : 2;
  }
  const groups = new Map<string, Row[]>();
  for (let at = 0; at < rows.length; at += 1) {
    if (counts[numbers[at] ?? 0] !== 2) continue;
    const row = rows[at] as Row;
    const key = keyOf(row) ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter((group) => group.length > 1 || group.some(matters));
}

/** The same number for the same text, and nearly always another one for another. */
export function hash(text: string): number {
  let number = 0;
  for (let at = 0; at < text.length; at++) number = Math.imul(number, 31) + text.charCodeAt(at);
  return number >>> 0;
}
