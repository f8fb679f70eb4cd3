/**
 * Workbooks (.xlsx, .xlsm) as raw sheets, read as a stream: a sheet's XML passes through and is never held. Dates come
 * as serial numbers and are turned into days here, so that no time zone ever has a say.
 */
import type { Bytes } from '../bytes.ts';
import { FileFault } from '../fault.ts';
import type { Limits } from '../limits.ts';
import { faultProblem } from '../problems.ts';
import { isEmpty, type RawFile, type RawRow, type RawSheet } from '../sheet.ts';
import { type DayOfSerial, dayOf1900, dayOf1904, type Shown, shownBy, shownByBuiltIn } from '../shown.ts';
import { type ZipEntry, zipEntries } from '../zip.ts';
import { mainPart, type Parts, partOf, partsOf, relationsOf } from './parts.ts';
import { sheetParser } from './plain-cells.ts';
import { type Shared, SheetHandler } from './sheet.ts';
import { skeletonOf } from './skeleton.ts';
import { sharedStrings } from './strings.ts';
import { readPart, textOfPart, xmlParser } from './xml.ts';

/** How each cell style shows numbers, indexed by the number that a cell gives as its style. */
async function cellStyles(part: ZipEntry | undefined, limits: Limits): Promise<Shown[]> {
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

export async function openXlsx(file: string, bytes: Bytes, limits: Limits): Promise<RawFile> {
  try {
    const parts = partsOf(await zipEntries(bytes, limits));
    const workbook = await workbookOf(parts, limits);
    const sheets: RawSheet[] = [];
    const problems = [];
    for (const sheet of workbook.sheets) {
      try {
        sheets.push(await rawSheet(file, sheet, workbook.shared));
      } catch (error) {
        problems.push(faultProblem(error, { file, sheet: sheet.name }, limits));
      }
    }
    return { sheets, problems };
  } catch (error) {
    return { sheets: [], problems: [faultProblem(error, { file }, limits)] };
  }
}

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ZipEntry;
}

interface Workbook {
  readonly sheets: readonly Listed[];
  readonly shared: Shared;
}

async function workbookOf(parts: Parts, limits: Limits): Promise<Workbook> {
  const main = await mainPart(parts, limits);
  const relations = await relationsOf(parts, main, limits);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const found = (type: string): ZipEntry | undefined => {
    const relation = relations.find((each) => each.type === type);
    return relation === undefined ? undefined : partOf(parts, relation.target);
  };
  const sheets: Listed[] = [];
  let is1904 = false;
  let lost = false;
  let begun = false;
  const workbookPart = partOf(parts, main);
  if (workbookPart === undefined) throw new FileFault('damaged');
  await readPart(workbookPart, limits, {
    open(name, attributes) {
      // The part of another kind of document.
      if (!begun && name !== 'workbook') throw new FileFault('not-a-workbook');
      begun = true;
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key) && key !== 'sheetId')?.[1];
      // What is listed without a part, as old macro modules are, has no cells.
      if (id === '') return;
      const relation = byId.get(id ?? '');
      const part = relation === undefined ? undefined : partOf(parts, relation.target);
      if (relation === undefined || part === undefined) lost = true;
      // A chart or macro sheet has no cells.
      else if (relation.type === 'worksheet')
        sheets.push({ name: attributes.name ?? '', hidden: /hidden$/i.test(attributes.state ?? ''), part });
    },
  });
  if (lost || sheets.length === 0) throw new FileFault('damaged');
  return {
    sheets,
    shared: {
      strings: await sharedStrings(found('sharedStrings'), limits),
      styles: await cellStyles(found('styles'), limits),
      dayOfSerial: remembering(is1904 ? dayOf1904 : dayOf1900),
      limits,
    },
  };
}

/** A column of dates holds the same few days over and over. */
function remembering(dayOfSerial: DayOfSerial): DayOfSerial {
  const known = new Map<number, ReturnType<DayOfSerial>>();
  return (serial) => {
    const found = known.get(serial);
    if (found !== undefined) return found;
    const day = dayOfSerial(serial);
    if (known.size < 50_000) known.set(serial, day);
    return day;
  };
}

/**
 * Two passes. The first unpacks the sheet to its end, so that damage anywhere is known before a row is used, and finds
 * what stands behind the rows but is needed before them: the merged cells. The second hands out the rows.
 */
async function rawSheet(file: string, { name, hidden, part }: Listed, shared: Shared): Promise<RawSheet> {
  const skeleton = new SheetHandler(shared);
  const parser = xmlParser(skeleton, shared.limits);
  for (const text of await skeletonOf(textOfPart(part))) parser.write(text);
  parser.end();
  const { merges } = skeleton;
  let handler = skeleton;
  let read = 0;
  return {
    name,
    encoding: null,
    empty: await isBlank(rowsOf(part, new SheetHandler(shared), shared.limits)),
    hidden: () => ({ sheet: hidden, rows: handler.hiddenRows, columns: handler.hiddenColumns }),
    merges,
    dayOfSerial: shared.dayOfSerial,
    async *rows(report) {
      handler = new SheetHandler(shared);
      read = 0;
      try {
        yield* rowsOf(part, handler, shared.limits, (count) => {
          read += count;
        });
        // The first pass looked for them by their place; a file that hides them from it is not what it seems.
        if (handler.merges.length !== merges.length) throw new FileFault('damaged');
      } catch (error) {
        report(faultProblem(error, { file, sheet: name }, shared.limits));
      }
    },
    shareRead: () => read / part.size,
  };
}

/** Little text may be many cells: a row may be 16,384 wide for one cell in its last column. */
const sliceLength = 16 * 1024;

async function* rowsOf(
  part: ZipEntry,
  handler: SheetHandler,
  limits: Limits,
  onText: (length: number) => void = () => {},
): AsyncGenerator<RawRow[]> {
  const parser = sheetParser(handler, limits);
  for await (const text of textOfPart(part)) {
    onText(text.length);
    for (let start = 0; start < text.length; start += sliceLength) {
      parser.write(text.slice(start, start + sliceLength));
      if (handler.batch.length === 0) continue;
      yield handler.batch;
      handler.batch = [];
    }
  }
  parser.end();
  yield handler.batch;
}

async function isBlank(rows: AsyncIterable<readonly RawRow[]>): Promise<boolean> {
  for await (const batch of rows) if (batch.some(({ cells }) => !cells.every(isEmpty))) return false;
  return true;
}
