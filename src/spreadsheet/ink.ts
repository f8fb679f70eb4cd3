/**
 * XML as bytes, written piece by piece into one buffer. A sheet is made of a hundred thousand pieces: put together as a
 * text, each would leave a text behind, and the whole would be copied to become bytes.
 */
import { escaped } from './xml.ts';

/** Longer pieces are encoded by the library, which takes its time to begin. */
const short = 48;

/** Markup that is written again and again, as its bytes: these are copied in a fraction of the time. */
export type Stamp = Uint8Array;
export const stamp = (markup: string): Stamp => new TextEncoder().encode(markup);

const billion = 1e9;
const powersOfTen = Array.from({ length: 9 }, (_, power) => 10 ** power);

/** How many digits a whole number below a billion has. */
function digitsOf(value: number): number {
  let digits = 1;
  while (digits < powersOfTen.length && value >= (powersOfTen[digits] ?? 0)) digits += 1;
  return digits;
}

export class Ink {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #end = 0;

  /** Markup: a text as it stands. */
  markup(text: string): void {
    const { length } = text;
    // A UTF-16 unit takes three bytes at most.
    if (this.#end + 3 * length > this.#bytes.length) this.#grow(3 * length);
    const bytes = this.#bytes;
    let end = this.#end;
    let at = length > short ? length + 1 : 0;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code < 0x80) bytes[end++] = code;
      else if (code < 0x800) {
        bytes[end++] = 0xc0 | (code >> 6);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else if (code < 0xd800 || code > 0xdfff) {
        bytes[end++] = 0xe0 | (code >> 12);
        bytes[end++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[end++] = 0x80 | (code & 0x3f);
      } else break;
    }
    this.#end = at === length ? end : this.#end + bytes.write(text, this.#end);
  }

  /** Markup of which a stamp was made. */
  stamp(stamp: Stamp): void {
    const { length } = stamp;
    if (this.#end + length > this.#bytes.length) this.#grow(length);
    const [bytes, end] = [this.#bytes, this.#end];
    for (let at = 0; at < length; at += 1) bytes[end + at] = stamp[at] as number;
    this.#end = end + length;
  }

  /** What an element or an attribute says. */
  text(text: string): void {
    this.markup(escaped(text));
  }

  /** A whole number from 0, digit by digit. */
  whole(value: number): void {
    if (value < billion) this.#digits(value, digitsOf(value));
    else {
      const billions = Math.trunc(value / billion);
      this.whole(billions);
      this.#digits(value - billion * billions, 9);
    }
  }

  /** So many digits of a whole number below a billion: such are reckoned with as integers, in a fraction of the time. */
  #digits(value: number, count: number): void {
    if (this.#end + count > this.#bytes.length) this.#grow(count);
    const bytes = this.#bytes;
    let left = value | 0;
    for (let at = this.#end + count - 1; at >= this.#end; at -= 1) {
      const tens = (left / 10) | 0;
      bytes[at] = 48 + left - 10 * tens;
      left = tens;
    }
    this.#end += count;
  }

  /** A number as `String` says it: one of at most two places, as most are, digit by digit. */
  number(value: number): void {
    const hundredths = Math.round(Math.abs(value) * 100);
    // No two numbers of so many digits are the same double, so that none says it in fewer.
    if (hundredths >= 1e15 || hundredths / 100 !== Math.abs(value)) this.markup(String(value));
    else {
      if (value < 0) this.markup('-');
      this.whole(Math.trunc(hundredths / 100));
      const places = hundredths % 100;
      if (places > 0) this.markup(places < 10 ? '.0' : '.');
      if (places > 0) this.whole(places % 10 === 0 ? places / 10 : places);
    }
  }

  /** What has been written since it was last taken. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#end));
    this.#end = 0;
    return taken;
  }

  #grow(room: number): void {
    const larger = Buffer.allocUnsafe(2 * this.#bytes.length + room);
    this.#bytes.copy(larger, 0, 0, this.#end);
    this.#bytes = larger;
  }
}
