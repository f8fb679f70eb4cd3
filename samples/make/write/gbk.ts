// GBK bytes of a text. Node only decodes GBK, so the decoder is asked once for every two-byte code.

/** The two bytes as one number by the character's code; 0: it has none. */
function table(): Uint16Array {
  const decoder = new TextDecoder('gbk');
  const codes = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      const code = text.charCodeAt(0);
      if (text.length === 1 && text !== '\ufffd' && codes[code] === 0) codes[code] = lead * 256 + trail;
    }
  }
  return codes;
}

let known: Uint16Array | undefined;

export function gbk(text: string): Buffer {
  known ??= table();
  const bytes = Buffer.alloc(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = known[code] ?? 0;
    if (pair === 0) throw new Error(`No GBK code for ${text[at]}`);
    length = bytes.writeUInt16BE(pair, length);
  }
  return bytes.subarray(0, length);
}
