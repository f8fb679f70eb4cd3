/** How each cell style shows numbers. */
import type { Limits } from '../limits.ts';
import { type Shown, shownBy, shownByBuiltIn } from '../shown.ts';
import type { ZipEntry } from '../zip.ts';
import { readPart } from './xml.ts';

/** Indexed by the number that a cell gives as its style. */
export async function cellStyles(part: ZipEntry | undefined, limits: Limits): Promise<Shown[]> {
  const formats = new Map<number, Shown>();
  const styles: number[] = [];
  if (part === undefined) return [];
  let within = '';
  await readPart(part, limits, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'cellXfs' || name === 'numFmts') within = name;
      else if (within === 'numFmts' && name === 'numFmt')
        formats.set(Number(numFmtId), shownBy(formatCode ?? ''));
      else if (within === 'cellXfs' && name === 'xf') styles.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles.map((id) => formats.get(id) ?? shownByBuiltIn(id));
}
