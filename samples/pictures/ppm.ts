/** Pictures as pdftoppm writes them (binary PPM): three bytes a dot, row by row. */

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of every dot. */
  readonly dots: Uint8Array;
}

export function readPpm(bytes: Uint8Array): Picture {
  const [head = '', width = '', height = ''] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1')) ?? [];
  if (head === '') throw new Error('no binary PPM picture');
  return { width: Number(width), height: Number(height), dots: bytes.subarray(head.length) };
}

const white = 250;
const border = 12;

/** The part of a page that is not white, with a little border; `foot`: so many rows from below are left out. */
export function cropped({ width, height, dots }: Picture, foot: number): Picture {
  let [top, left, bottom, right] = [height, width, 0, 0];
  for (let y = 0; y < height - foot; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      if (Math.min(dots[at] ?? 255, dots[at + 1] ?? 255, dots[at + 2] ?? 255) >= white) continue;
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
    }
  if (top > bottom) throw new Error('an empty page');
  [top, left] = [Math.max(0, top - border), Math.max(0, left - border)];
  [bottom, right] = [Math.min(height - foot - 1, bottom + border), Math.min(width - 1, right + border)];
  const [newWidth, newHeight] = [right - left + 1, bottom - top + 1];
  const kept = new Uint8Array(newWidth * newHeight * 3);
  for (let y = 0; y < newHeight; y += 1) {
    const start = ((top + y) * width + left) * 3;
    kept.set(dots.subarray(start, start + newWidth * 3), y * newWidth * 3);
  }
  return { width: newWidth, height: newHeight, dots: kept };
}
