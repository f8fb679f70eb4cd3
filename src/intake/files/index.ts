/**
 * Opens a file by what it holds: the one place that knows which formats are read. Its name only says that it is meant as
 * a table: systems write web pages and tab-separated text under the name .xls, and people rename files. A format's reader
 * is loaded with the first file that needs it.
 */
import type { HashedFile } from '../folder.ts';
import type { Bytes } from './bytes.ts';
import { openCsv } from './csv.ts';
import { decoderOf } from './encoding.ts';
import { tooLarge } from './fault.ts';
import type { Limits } from './limits.ts';
import { faultProblem, fileProblems } from './problems.ts';
import type { RawFile } from './sheet.ts';

/** The endings of tables: those read, those of texts, which may also be notes to the reader, and those refused by name. */
const texts = new Set(['.csv', '.txt', '.tsv', '.dat']);
const read = new Set(['.xlsx', '.xlsm', '.xls', '.et', ...texts]);
const refused = new Set(['.xlsb', '.ods', '.numbers']);

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** Whether a file of this name is meant as a table. */
export function isTable(name: string): boolean {
  const extension = extensionOf(name);
  return read.has(extension) || refused.has(extension);
}

/** Whether a file of this name may as well be a note to the reader. */
export const mayBeNote = (name: string): boolean => texts.has(extensionOf(name)) && !/\.csv$/i.test(name);

/** What a file of an unknown ending would be read as; null: it holds no table. */
export async function openUnknown(file: HashedFile, limits: Limits): Promise<RawFile | null> {
  const start = await file.content.at(0, 4096);
  const isWorkbook = start.subarray(0, 4).equals(zip) || start.subarray(0, 8).equals(compoundFile);
  if (!isWorkbook && (start.length === 0 || !looksLikeText(start))) return null;
  const { sheets, problems } = await openByContent(file, isWorkbook ? '.xlsx' : '.csv', limits).catch(
    () => nothing,
  );
  return problems.length > 0 ? null : { sheets, problems };
}
const nothing: RawFile = { sheets: [], problems: [] };

/** Null: not a table at all (a picture, a note to the reader). */
export async function openFile(file: HashedFile, limits: Limits): Promise<RawFile | null> {
  const { name } = file;
  const extension = extensionOf(name);
  if (refused.has(extension))
    return { sheets: [], problems: [fileProblems.oldFormat({ file: name }, { extension })] };
  if (!read.has(extension)) return null;
  try {
    return await openByContent(file, extension, limits);
  } catch (error) {
    return { sheets: [], problems: [faultProblem(error, { file: name }, limits)] };
  }
}

async function openByContent(file: HashedFile, extension: string, limits: Limits): Promise<RawFile> {
  const { name, content } = file;
  const start = await content.at(0, 4096);
  if (start.subarray(0, 4).equals(zip))
    return (await import('./xlsx/index.ts')).openXlsx(name, content, limits);
  if (start.subarray(0, 8).equals(compoundFile)) return openCompound(file, limits);
  const isText = texts.has(extension) || looksLikeText(start);
  if (isText && looksLikePage(start)) return openText(file, limits);
  if (texts.has(extension) || (isText && start.length > 0)) return openCsv(file, limits);
  const problem =
    start.length === 0
      ? fileProblems.damaged({ file: name }, {})
      : fileProblems.notAWorkbook({ file: name }, { extension });
  return { sheets: [], problems: [problem] };
}

const zip = Buffer.from('504b0304', 'hex');
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const byteOrderMarks = ['efbbbf', 'fffe', 'feff'].map((mark) => Buffer.from(mark, 'hex'));

const hasMark = (start: Buffer): boolean =>
  byteOrderMarks.some((mark) => start.subarray(0, mark.length).equals(mark));

/** No control characters but those of lines. */
function looksLikeText(start: Buffer): boolean {
  if (hasMark(start)) return true;
  return start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** A web page, or the XML of Excel 2003. */
const looksLikePage = (start: Buffer): boolean =>
  /^\W{0,4}\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--[^>]*>\s*)*<(?:!doctype|html|head|meta|style|body|table|div|(?:\w+:)?Workbook)\b/i.test(
    start.toString('latin1').replaceAll('\0', ''),
  );

const looksLikeXml = (text: string): boolean => /<(?:\w+:)?Workbook\b/.test(text.slice(0, 4096));

/** A compound file: an .xlsx with a password has a stream of this name, an old .xls has none. */
async function openCompound({ name, content }: HashedFile, limits: Limits): Promise<RawFile> {
  const bytes = await wholeOf(content, limits);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return { sheets: [], problems: [fileProblems.encrypted({ file: name }, {})] };
  return (await import('./old-workbook.ts')).openOldWorkbook(name, bytes, limits);
}

async function openText(file: HashedFile, limits: Limits): Promise<RawFile> {
  const { name, content, encoding } = file;
  const bytes = await wholeOf(content, limits);
  let text: string;
  try {
    text = decoderOf(encoding).decode(bytes);
  } catch {
    return { sheets: [], problems: [fileProblems.encoding({ file: name }, {})] };
  }
  return looksLikeXml(text)
    ? openOldXml(name, text, encoding, limits)
    : (await import('./page.ts')).openPage(name, text, encoding, limits);
}

/** The XML of Excel 2003. The library would read as much of it as it understands. */
async function openOldXml(file: string, text: string, encoding: string, limits: Limits): Promise<RawFile> {
  const { checkXml } = await import('./xlsx/xml.ts');
  const { openOldWorkbook } = await import('./old-workbook.ts');
  checkXml(text, limits);
  const { sheets, problems } = await openOldWorkbook(file, text, limits);
  return { sheets: sheets.map((sheet) => ({ ...sheet, encoding })), problems };
}

/** What can only be read when it is held in memory. */
async function wholeOf(content: Bytes, limits: Limits): Promise<Buffer> {
  if (content.size > limits['xls-mb'] * 1024 * 1024) throw tooLarge('xls-mb');
  return content.at(0, content.size);
}
