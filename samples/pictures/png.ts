/** A picture as a PNG file: true colour, each row as its difference to the one above, which packs text on white well. */
import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './ppm.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const up = 2;

export function png({ width, height, dots }: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8); // eight bits a colour, three colours
  const line = width * 3;
  const rows = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * (line + 1)] = up;
    for (let x = 0; x < line; x += 1) {
      const above = y === 0 ? 0 : (dots[(y - 1) * line + x] ?? 0);
      rows[y * (line + 1) + 1 + x] = (dots[y * line + x] ?? 0) - above;
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
