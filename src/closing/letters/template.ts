/**
 * Word templates: checked, and filled in. A template is data: names are looked up in what the letter says and nowhere
 * else, and whatever is no plain placeholder or row is refused. No other file knows the libraries.
 */
import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { nearest } from '../../intake/nearest.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Content, pack } from '../../spreadsheet/zip.ts';
import {
  figuresName,
  type LetterValues,
  ofDecision,
  ofFigure,
  ofRun,
  rowsName,
  valuesOf,
} from './placeholders.ts';
import { letterProblems } from './problems.ts';

export interface Template {
  /** With its ending. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

const names: readonly string[] = [...Object.keys(ofRun), ...Object.keys(ofDecision)];

/** What may stand in the rows of each kind. */
const inRows: Readonly<Record<string, readonly string[]>> = {
  [rowsName]: names,
  [figuresName]: [...names, ...Object.keys(ofFigure)],
};
const allNames = [...new Set([...names, ...Object.keys(ofFigure)])];

const options: DXT.Options = {
  paragraphLoop: true,
  linebreaks: true,
  stripInvalidXMLChars: true,
  errorLogging: false,
  syntax: { changeDelimiterPrefix: null },
  parser: (name) => ({
    get: (values: Readonly<Record<string, unknown>>) =>
      Object.hasOwn(values, name) ? values[name] : undefined,
  }),
};

/** What a template holds, part by part of the document. */
interface Inspected {
  readonly inspect?: { readonly filePath?: string; readonly postparsed?: readonly DXT.Part[] };
}

/** What is wrong with a template; nothing where letters can be made from it. */
export function templateProblems({ file, bytes }: Template): Diagnostic[] {
  const at = { file };
  const parts: DXT.Part[] = [];
  const listing = {
    name: 'listing',
    set({ inspect }: Inspected) {
      parts.push(...(inspect?.postparsed ?? []));
    },
  };
  let text: string;
  try {
    const zip = new PizZip(bytes, { checkCRC32: true });
    const made = new Docxtemplater(zip, { ...options, modules: [listing] });
    if (isActive(zip) || made.targets.every((name) => !name.startsWith('word/')))
      return [letterProblems.notADocument(at, {})];
    text = made.getFullText();
  } catch (fault) {
    const broken = brokenIn(fault);
    if (broken.length === 0) return [letterProblems.notADocument(at, {})];
    return broken.map((value) => letterProblems.brokenPlaceholder(at, {}, { value }));
  }
  const unknown = new Set(unknownIn(parts, null));
  return [
    ...[...unknown].map((value) => {
      const suggestion = nearest(value.replaceAll(/[{}#/^@]/g, ''), allNames);
      return letterProblems.unknownPlaceholder(at, { known: allNames, suggestion }, { value });
    }),
    // Typed in full width it would stand in every letter as it is.
    ...[...text.matchAll(/｛[^｛｝]*｝/g)].map(([value]) =>
      letterProblems.brokenPlaceholder(at, {}, { value }),
    ),
  ];
}

const activeParts = /vbaproject|activex|embeddings\//i;
/** Fields that start a program or fetch something when the letter is opened. */
const activeFields = /\b(?:DDE(?:AUTO)?|MACROBUTTON|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/;

/** Whether a document does something by itself when it is opened, or holds something foreign that may. */
function isActive(zip: PizZip): boolean {
  const names = Object.keys(zip.files);
  const texts = names.filter((name) => name.startsWith('word/') && name.endsWith('.xml'));
  return (
    names.some((name) => activeParts.test(name)) ||
    texts.some((name) =>
      [...(zip.file(name)?.asText() ?? '').matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g)].some(
        ([, inRun = '', simple = '']) => activeFields.test(inRun + simple),
      ),
    ) ||
    names.filter((name) => name.endsWith('.rels')).some((name) => fetches(zip.file(name)?.asText() ?? ''))
  );
}

/** Whether relations lead to a template elsewhere, which Word would open along: their attributes stand in any order. */
const fetches = (relations: string): boolean =>
  (relations.match(/<Relationship\b[^>]*>/g) ?? []).some(
    (relation) =>
      /\/attachedTemplate["']/.test(relation) && /\bTargetMode\s*=\s*["']External["']/.test(relation),
  );

/** The placeholders that mean nothing, as they are written; `row`: of which kind they stand in. */
const unknownIn = (parts: readonly DXT.Part[], row: string | null): string[] =>
  parts
    .filter(({ type }) => type === 'placeholder')
    .flatMap((part) => {
      const { value, subparsed, inverted } = part;
      if (part.module === 'loop')
        return row === null && Object.hasOwn(inRows, value)
          ? unknownIn(subparsed ?? [], value)
          : [`{${inverted ? '^' : '#'}${value}}`];
      const known = row === null ? names : inRows[row];
      return part.module === undefined && known?.includes(value) ? [] : [`{${markOf(part)}${value}}`];
    });

/** What stands before a name that is to be taken as the text of the document itself. */
const markOf = ({ module }: DXT.Part): string => (module === undefined ? '' : '@');

interface Fault {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly errors?: readonly Fault[];
  };
}

/** Whatever the library says of a file that is no document at all. */
const notOfPlaceholders = new Set(['malformed_xml', 'file_has_invalid_xml']);

/** The placeholders that the library cannot make sense of; none: it could not read the file. */
function brokenIn(fault: unknown): string[] {
  const { id = '', xtag, errors } = (fault as Fault).properties ?? {};
  if (errors !== undefined) return [...new Set(errors.flatMap(brokenIn))];
  return xtag === undefined || notOfPlaceholders.has(id) ? [] : [`{${xtag}`];
}

/** A letter: the same bytes for the same template and values. */
export function letterFrom({ bytes }: Template, values: LetterValues): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), options);
  document.render(valuesOf(values));
  const parts = Object.values(document.getZip().files).flatMap((part): [string, Content][] =>
    part.dir ? [] : [[part.name, part.asUint8Array()]],
  );
  return pack(new Map(parts));
}
