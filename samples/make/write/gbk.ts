// GBK bytes of a text. Node only decodes GBK, so the decoder is asked once for every two-byte code.

function table(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      if (text.length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, [lead, trail]);
    }
  }
  return codes;
}

let known: Map<string, readonly [number, number]> | undefined;

export function gbk(text: string): Buffer {
  known ??= table();
  const codes = known;
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return [code];
    const pair = codes.get(character);
    if (pair === undefined) throw new Error(`No GBK code for ${character}`);
    return [...pair];
  });
  return Buffer.from(bytes);
}
