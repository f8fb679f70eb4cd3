/** Decisions as a person fills them in, or spoils them: the tool's own workbook with other cells, written anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionsWorkbook } from '../../src/closing/workbook.ts';
import { bytesInMemory } from '../../src/intake/files/bytes.ts';
import { defaultLimits } from '../../src/intake/files/limits.ts';
import { textOf } from '../../src/intake/files/sheet.ts';
import { openXlsx } from '../../src/intake/files/xlsx/index.ts';
import type { ClosingBasis } from '../../src/model/closing.ts';
import { main, rowOf, zipOf } from '../intake/workbook-of.ts';

type Value = string | number;

export class Filled {
  /** By sheet, the cells of each row. */
  readonly sheets = new Map<string, Value[][]>();
  readonly merges = new Map<string, string>();

  rows(sheet: string): Value[][] {
    const rows = this.sheets.get(sheet);
    if (rows === undefined) throw new Error(`no sheet ${sheet} among ${[...this.sheets.keys()]}`);
    return rows;
  }

  /** The row of a number. */
  row(sheet: string, id: string): Value[] {
    const row = this.rows(sheet).find((cells) => cells[0] === id);
    if (row === undefined) throw new Error(`no row ${id}`);
    return row;
  }

  /** Answers under their headers. */
  answer(sheet: string, id: string, answers: Readonly<Record<string, Value>>): void {
    const header = this.rows(sheet).find(([cell]) => cell === '编号') ?? [];
    for (const [name, value] of Object.entries(answers)) {
      const index = header.indexOf(name);
      if (index < 0) throw new Error(`no column ${name}`);
      this.row(sheet, id)[index] = value;
    }
  }

  /** Writes it; answers where. */
  write(folder: string, name = 'decisions.xlsx'): string {
    const path = join(folder, name);
    const names = [...this.sheets.keys()];
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const relation = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
    const each = (of: (name: string, number: number) => string) =>
      names.map((sheet, index) => of(sheet, index + 1)).join('');
    const parts: Record<string, string> = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels': `<Relationships xmlns="${relations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((sheet, number) => `<sheet name="${sheet}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}">${each((_, number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))}</Relationships>`,
    };
    names.forEach((sheet, index) => {
      const rows = this.rows(sheet).map((cells) => rowOf(...Array.from(cells, (cell) => cell ?? '')));
      const merge = this.merges.get(sheet);
      const merges = merge === undefined ? '' : `<mergeCells><mergeCell ref="${merge}"/></mergeCells>`;
      parts[`xl/worksheets/sheet${index + 1}.xml`] =
        `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
    });
    writeFileSync(path, zipOf(parts));
    return path;
  }
}

/** As the run wrote them, with nothing filled in. */
export async function blankDecisions(basis: ClosingBasis): Promise<Filled> {
  const bytes = bytesInMemory(Buffer.from(await decisionsWorkbook(basis, 'zh')));
  const { sheets } = await openXlsx('decisions.xlsx', bytes, defaultLimits);
  const filled = new Filled();
  for (const sheet of sheets) {
    const rows: Value[][] = [];
    for await (const batch of sheet.rows(() => {}))
      for (const { number, cells } of batch) {
        while (rows.length < number - 1) rows.push([]);
        rows.push(cells.map(textOf));
      }
    filled.sheets.set(sheet.name ?? '', rows);
  }
  return filled;
}
