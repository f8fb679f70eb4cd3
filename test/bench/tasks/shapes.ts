/** How many rows and cells each sheet of a run's workbooks has, for another program to write as many. */
import { writeFileSync } from 'node:fs';
import { partsOf, workbooksIn } from './parts.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const shapes: Record<string, [rows: number, cells: number][]> = {};
for (const name of workbooksIn(folder)) {
  const sheets = (await partsOf(folder, name)).filter((part) =>
    /^xl\/worksheets\/[^/]+\.xml$/.test(part.name),
  );
  shapes[name] = sheets.map(({ bytes }) => {
    const text = bytes.toString();
    return [text.split('<row ').length - 1, text.split('<c ').length - 1];
  });
}
writeFileSync(file, JSON.stringify(shapes));
