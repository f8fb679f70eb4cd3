/** Packs the XML of written workbooks once more: the part of writing that no writer can do without. */
import { crc32, deflateRawSync } from 'node:zlib';
import { type Part, partsOf, workbooksIn } from './parts.ts';
import { secondsOf, tell } from './tell.ts';

/** So many say it. */
const most = 200;

const [folder = ''] = process.argv.slice(2);
const names = workbooksIn(folder).slice(0, most);
const parts: Part[] = [];
for (const name of names) parts.push(...(await partsOf(folder, name)));
const seconds = await secondsOf(() => {
  for (const { bytes } of parts) {
    crc32(bytes);
    deflateRawSync(bytes);
  }
});
tell({ seconds, files: names.length });
