/** A workbook as it is printed: LibreOffice makes the pages, poppler tells where each text stands and how large it is. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { margins } from '../../src/spreadsheet/style.ts';

export interface PrintedSheet {
  readonly sheet: string;
  readonly pages: number;
  /** Points. */
  readonly least: number;
  readonly median: number;
  /** The part of the first page below its last text. */
  readonly empty: number;
  /** Numbers that their column is too narrow for. */
  readonly cut: number;
}

interface PrintedText {
  readonly points: number;
  readonly letters: number;
  /** Where it ends, as a part of the page's height. */
  readonly bottom: number;
  readonly cut: boolean;
}

const zoom = 3;
/** A page's foot stands in its last part: in pixels of the page as it is told. */
const foot = margins.bottom * 72 * zoom;
const withBookmarks = 'pdf:calc_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}';

/** Works in `folder`, which holds LibreOffice's profile as well. */
export function printed(file: string, folder: string): PrintedSheet[] {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const quiet = { stdio: 'ignore' } as const;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', withBookmarks, '--outdir', folder, file],
    quiet,
  );
  const pdf = join(folder, `${basename(file, '.xlsx')}.pdf`);
  const told = join(folder, 'pages');
  execFileSync('pdftohtml', ['-xml', '-i', '-q', '-zoom', String(zoom), pdf, told], quiet);
  return sheetsIn(readFileSync(`${told}.xml`, 'utf8'));
}

/** The sheets are the bookmarks: each begins on a page of its own. */
function sheetsIn(xml: string): PrintedSheet[] {
  const sizes = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size) / zoom]),
  );
  const pages = [...xml.matchAll(/<page number="\d+"[^>]* height="(\d+)"[^>]*>(.*?)<\/page>/gs)].map(
    ([, height, body]) => textsIn(body ?? '', Number(height), sizes),
  );
  const begins = [...xml.matchAll(/<item page="(\d+)">(.*?)<\/item>/g)];
  return begins.map(([, page, sheet = ''], index) => {
    const [from, to] = [Number(page) - 1, Number(begins[index + 1]?.[1] ?? pages.length + 1) - 1];
    const texts = pages.slice(from, to).flat();
    const points = texts
      .flatMap((text) => Array<number>(text.letters).fill(text.points))
      .sort((a, b) => a - b);
    return {
      sheet,
      pages: to - from,
      least: points[0] ?? 0,
      median: points[Math.floor(points.length / 2)] ?? 0,
      empty: 1 - Math.max(0, ...(pages[from] ?? []).map(({ bottom }) => bottom)),
      cut: texts.filter(({ cut }) => cut).length,
    };
  });
}

/** Letters, not the blocks that bars are made of. */
function textsIn(
  body: string,
  height: number,
  sizes: ReadonlyMap<string | undefined, number>,
): PrintedText[] {
  const text = /<text top="(-?\d+)" [^>]*?height="(\d+)" font="(\d+)">(.*?)<\/text>/gs;
  return [...body.matchAll(text)].flatMap(([, top, tall, font, inner = '']): PrintedText[] => {
    const words = inner.replaceAll(/<[^>]*>/g, '').replaceAll(/[█░\s]/g, '');
    if (words === '' || Number(top) > height - foot) return [];
    const bottom = (Number(top) + Number(tall)) / height;
    return [{ points: sizes.get(font) ?? 0, letters: words.length, bottom, cut: /^#+$/.test(words) }];
  });
}
