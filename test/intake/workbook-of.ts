/** Workbooks written by hand, part by part: whatever a program might write, and what none should. */
import { crc32, deflateRawSync } from 'node:zlib';

export type PartTexts = Readonly<Record<string, string | Uint8Array>>;

/** A zip of these parts, in this order. */
export function zipOf(parts: PartTexts): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes, packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, rest, nameBytes);
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Written {
  /** The sheet's XML, or the rows within it. */
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Other parts, or other contents of the usual ones; undefined leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

/** The parts of a workbook with one sheet. */
export function partsOf({
  sheet,
  strings,
  styles,
  parts = {},
}: Written): Record<string, string | Uint8Array> {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const all: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packaging}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="存款" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet.startsWith('<row')
      ? `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`
      : sheet,
    'xl/sharedStrings.xml': strings === undefined ? undefined : `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': styles === undefined ? undefined : `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...parts,
  };
  return Object.fromEntries(
    Object.entries(all).filter((part): part is [string, string | Uint8Array] => part[1] !== undefined),
  );
}

export const workbookOf = (written: Written): Buffer => zipOf(partsOf(written));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A row of texts and numbers. */
export const rowOf = (...cells: readonly (string | number)[]): string =>
  `<row>${cells
    .map((cell) =>
      typeof cell === 'number'
        ? `<c><v>${cell}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
    )
    .join('')}</row>`;

/** The header of a deposits sheet. */
export const depositsHeader = rowOf('客户经理工号', '客户号', '年日均余额', '季日均余额', '期末余额');
