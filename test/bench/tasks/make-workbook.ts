/** Makes a package of one large workbook up. */
import { writeWorkbook } from '../workbook.ts';

const [folder = '', rows = '0'] = process.argv.slice(2);
await writeWorkbook(folder, Number(rows));
