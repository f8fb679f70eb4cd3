/** A tar archive of files, the same bytes for the same files: no dates, no owners, in the order given. */

export interface TarFile {
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

const block = 512;

/** Names of up to 100 bytes in UTF-8, or 255 where a `/` lets them be parted. */
export function tarOf(files: ReadonlyMap<string, TarFile>): Buffer {
  const parts = [...files].flatMap(([name, { bytes, executable }]) => [
    headerOf(name, bytes.length, executable),
    bytes,
    Buffer.alloc((block - (bytes.length % block)) % block),
  ]);
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function headerOf(path: string, size: number, executable: boolean): Buffer {
  const header = Buffer.alloc(block);
  const [prefix, name] = parted(path);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  header.write(name, 0);
  header.write(octal(executable ? 0o755 : 0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0' + '00', 257);
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function parted(path: string): readonly [string, string] {
  if (Buffer.byteLength(path) <= 100) return ['', path];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) > 100) break;
    if (Buffer.byteLength(prefix) <= 155) return [prefix, name];
  }
  throw new Error(`too long for a tar archive: ${path}`);
}
