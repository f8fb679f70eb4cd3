// A workbook as bytes that depend on nothing but its content: fixed dates inside and in the zip around it.

import ExcelJS from 'exceljs';
import JSZip from 'jszip';

export { ExcelJS };

const FIXED = new Date(Date.UTC(2026, 0, 1));

export async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = '示例银行云州分行';
  book.lastModifiedBy = '示例银行云州分行';
  book.created = FIXED;
  book.modified = FIXED;
  fill(book);
  return rezip(await book.xlsx.writeBuffer());
}

async function rezip(bytes: ExcelJS.Buffer): Promise<Buffer> {
  const given = await JSZip.loadAsync(bytes as ArrayBuffer);
  const fixed = new JSZip();
  for (const path of Object.keys(given.files).sort()) {
    const entry = given.files[path];
    if (entry === undefined || entry.dir) continue;
    fixed.file(path, await entry.async('uint8array'), { date: FIXED, createFolders: false });
  }
  return fixed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'UNIX' });
}
