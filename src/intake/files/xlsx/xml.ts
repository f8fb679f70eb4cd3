/**
 * XML parts as a stream of tags and texts. Only well-formed XML is read: what a program would have to guess at is
 * damaged. A document type is refused outright, and with it every kind of entity bomb.
 */
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damaged, longestCell, tooLarge } from '../fault.ts';
import type { Limits } from '../limits.ts';
import type { ZipEntry } from '../zip.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without the prefix of the document's own namespace; what is in another namespace comes as ''. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const deepest = 64;

export interface XmlParser {
  write(text: string): void;
  end(): void;
}

export function xmlParser(handler: XmlHandler, limits: Limits): XmlParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const longest = longestCell(limits);
  let own = new Set<string>();
  let depth = 0;
  /** What was written since anything came of it: the length of a tag or text that does not end. */
  let pending = 0;

  const localName = (name: string): string => {
    const colon = name.indexOf(':');
    if (colon < 0) return own.has('') ? name : '';
    return own.has(name.slice(0, colon)) ? name.slice(colon + 1) : '';
  };
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('opentag', ({ name, attributes }) => {
    pending = 0;
    if (depth === 0) own = ownPrefixes(name, attributes);
    depth += 1;
    if (depth > deepest) throw damaged();
    handler.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    pending = 0;
    depth -= 1;
    handler.close(localName(name));
  });
  const onText = (text: string): void => {
    pending = 0;
    handler.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  return {
    write(text) {
      pending += text.length;
      parser.write(text);
      if (pending > longest + text.length) throw tooLarge('cell-kb');
    },
    end: () => void parser.close(),
  };
}

/** The prefixes that stand for the root's namespace; '' is the default one. */
function ownPrefixes(root: string, attributes: Attributes): Set<string> {
  const colon = root.indexOf(':');
  const prefix = colon < 0 ? '' : root.slice(0, colon);
  const namespace = attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
  const prefixes = Object.entries(attributes).flatMap(([name, value]) =>
    value === namespace && /^xmlns(?::|$)/.test(name) ? [name.slice(6)] : [],
  );
  return new Set([prefix, ...prefixes]);
}

/** The text of a part, decoded strictly: UTF-16 by its first bytes, else what the declaration says, else UTF-8. */
export async function* textOfPart(part: ZipEntry): AsyncGenerator<string> {
  let encoding: string | null = null;
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of part.read()) {
      encoding ??= encodingOf(piece);
      // A sheet is tags and digits, as a rule, and each byte a character.
      if (decoder === null && /^utf-?8$/i.test(encoding) && isAscii(piece)) yield piece.toString('latin1');
      else {
        decoder ??= new TextDecoder(encoding, { fatal: true });
        yield decoder.decode(piece, { stream: true });
      }
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    // Bytes that the encoding does not have, or an encoding that nobody knows.
    const { code } = error as { code?: unknown };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || code === 'ERR_ENCODING_NOT_SUPPORTED')
      throw damaged();
    throw error;
  }
}

const lessThan = 0x3c;

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  // Without a mark it shows in the '<' that every document begins with.
  if (start[0] === lessThan && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === lessThan) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(
    start.toString('latin1', 0, 200),
  )?.[1];
  // A part that says UTF-16 and is read so far is not.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

/** Throws where the text is not well-formed. */
export function checkXml(text: string, limits: Limits): void {
  const nothing = () => {};
  const parser = xmlParser({ open: nothing, text: nothing, close: nothing }, limits);
  parser.write(text);
  parser.end();
}

/** Reads a small part to its end. */
export async function readPart(part: ZipEntry, limits: Limits, handler: Partial<XmlHandler>): Promise<void> {
  const nothing = () => {};
  const parser = xmlParser({ open: nothing, text: nothing, close: nothing, ...handler }, limits);
  for await (const text of textOfPart(part)) parser.write(text);
  parser.end();
}
