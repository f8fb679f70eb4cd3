/** The workbook library's own class without the rest of that library, which takes twice as long to load and is not used. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export default Workbook;
}
