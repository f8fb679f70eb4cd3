/** The pieces of an official letter in Word: A4 with the margins and letter sizes that Chinese offices write with. */
import { pack } from '../../src/spreadsheet/zip.ts';

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Look {
  /** In half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

const run = (text: string, { size, bold = false, colour }: Look = {}): string =>
  `<w:r><w:rPr>${bold ? '<w:rFonts w:eastAsia="宋体"/><w:b/>' : ''}${colour ? `<w:color w:val="${colour}"/>` : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

const paragraph = (properties: string, content: string): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

const plainLines = '<w:spacing w:line="240" w:lineRule="auto"/>';
const red = 'C00000';

/** Who writes, in red above a red line. */
export const head = (text: string): string =>
  paragraph(
    `<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="6" w:color="${red}"/></w:pBdr><w:spacing w:after="200" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`,
    run(text, { size: 52, bold: true, colour: red }),
  );

export const number = (text: string): string => paragraph('<w:jc w:val="center"/>', run(text));

export const title = (text: string): string =>
  paragraph(
    '<w:keepNext/><w:spacing w:before="240" w:after="240" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run(text, { size: 44, bold: true }),
  );

export const addressee = (text: string): string => paragraph('', run(text));

/** Two characters in, as a text is written. */
export const body = (text: string): string =>
  paragraph('<w:spacing w:after="80"/><w:ind w:firstLineChars="200" w:firstLine="640"/>', run(text));

/** The writer's seal and the day, kept on one page. */
export const seal = (...lines: readonly string[]): string =>
  lines
    .map((line, index) =>
      paragraph(
        `${index < lines.length - 1 ? '<w:keepNext/>' : ''}${index === 0 ? '<w:spacing w:before="360"/>' : ''}<w:ind w:right="640"/><w:jc w:val="right"/>`,
        run(line),
      ),
    )
    .join('');

/** How wide a page is between its margins, in twentieths of a point. */
const textWidth = 8844;
const cellSize = 24;

const cell = (width: number, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;

/** After a table: a document never ends with one. */
const gap = '<w:spacing w:line="240" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';

const tableOf = (widths: readonly number[], rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${[
    ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
  ]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths
    .map((width) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${rows.join('')}</w:tbl>${paragraph(gap, '')}`;

const inWidth = (shares: readonly number[]): number[] => {
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / all));
};

type RowColumn = readonly [share: number, header: string, text: string];

/** A row for each decision: of each column the share of the width, the header and what stands below it. */
export const rows = (...columns: readonly RowColumn[]): string => rowsOf('各项', cellSize, columns);

/** A row for each figure, in smaller letters: there are many. */
export const figures = (...columns: readonly RowColumn[]): string => rowsOf('业绩', 20, columns);

function rowsOf(name: string, size: number, columns: readonly RowColumn[]): string {
  const widths = inWidth(columns.map(([share]) => share));
  const line = (texts: readonly string[], look: Look, properties: string, jc: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${texts
      .map((text, index) => cell(widths[index] ?? 0, paragraph(`${plainLines}${jc}`, run(text, look))))
      .join('')}</w:tr>`;
  const last = columns.length - 1;
  const texts = columns.map(
    ([, , text], index) => `${index === 0 ? `{#${name}}` : ''}${text}${index === last ? `{/${name}}` : ''}`,
  );
  const headers = columns.map(([, header]) => header);
  return tableOf(widths, [
    line(headers, { size, bold: true }, '<w:tblHeader/>', '<w:jc w:val="center"/>'),
    line(texts, { size }, '', ''),
  ]);
}

/** What is said, two to a line, each after its name. */
export function fields(...lines: readonly (readonly [what: string, text: string])[][]): string {
  const widths = inWidth([1, 2, 1, 2]);
  return tableOf(
    widths,
    lines.map(
      (pairs) =>
        `<w:tr><w:trPr><w:cantSplit/></w:trPr>${pairs
          .flat()
          .map((text, index) =>
            cell(
              widths[index] ?? 0,
              paragraph(plainLines, run(text, { size: cellSize, bold: index % 2 === 0 })),
            ),
          )
          .join('')}</w:tr>`,
    ),
  );
}

/** Boxes to be written in by hand, each signed below, all on one page. */
export function boxes(
  height: number,
  ...lines: readonly (readonly [what: string, signed: string])[]
): string {
  const widths = inWidth([1, 4]);
  const [narrow = 0, wide = 0] = widths;
  return tableOf(
    widths,
    lines.map(
      ([what, signed], index) =>
        `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${cell(
          narrow,
          paragraph(
            `${index < lines.length - 1 ? '<w:keepNext/>' : ''}${plainLines}<w:jc w:val="center"/>`,
            run(what, { size: cellSize }),
          ),
        )}${cell(
          wide,
          paragraph(`${plainLines}<w:jc w:val="right"/>`, run(signed, { size: cellSize })),
        ).replace('center"/></w:tcPr>', 'bottom"/></w:tcPr>')}</w:tr>`,
    ),
  );
}

const styles = `${xml}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="520" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`;

const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1814" w:right="1474" w:bottom="1644" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

/** The document: the same bytes for the same pieces. */
export const docx = (pieces: readonly string[]): Uint8Array =>
  pack(
    new Map([
      [
        '[Content_Types].xml',
        `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
      ],
      [
        '_rels/.rels',
        `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
      ],
      [
        'word/document.xml',
        `${xml}<w:document xmlns:w="${word}"><w:body>${pieces.join('')}${page}</w:body></w:document>`,
      ],
      [
        'word/_rels/document.xml.rels',
        `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ],
      ['word/styles.xml', styles],
    ]),
  );
