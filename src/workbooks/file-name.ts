/** File names that every system takes: Windows forbids characters, endings, lengths and a few names outright. */

/**
 * Separators and wild cards; control characters, marks that are not seen or turn the direction of reading, lone halves of
 * characters, code points that will never be any. Written out or fixed for all time: what the runtime knows of Unicode
 * grows with its version, and a name does not.
 */
const forbidden =
  /[<>:"/\\|?*\p{Cc}\p{Cs}\p{NChar}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u{e0000}-\u{e007f}]/gu;
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** In bytes: file systems allow 255 for all of it, and a character takes up to four. */
const longest = { id: 110, name: 120 };

/** As many whole characters as fit into so many bytes. */
function cut(text: string, bytes: number): string {
  // No unit of a text takes more than three.
  if (3 * text.length <= bytes) return text;
  let left = bytes;
  const fits = (letter: string): boolean => {
    left -= new TextEncoder().encode(letter).length;
    return left >= 0;
  };
  const letters = [...text];
  const end = letters.findIndex((letter) => !fits(letter));
  return end < 0 ? text : letters.slice(0, end).join('');
}

/** An id that no other id can be confused with: also where case does not matter, and before the hyphen. */
const plainId = /^[A-Z0-9_\u3400-\u4dbf\u4e00-\u9fff]+$/;

/** `<id>-<name>.xlsx`. An id that cannot stand as it is gets a hash of itself, so that two ids never share a file. */
export function managerFileName(managerId: string, name: string, ending = '.xlsx'): string {
  const id = tidy(managerId, longest.id);
  const unique = id === managerId && plainId.test(id) ? id : `${id}~${hash(managerId)}`;
  const stem = [unique, tidy(name, longest.name)].filter((part) => part !== '').join('-');
  return `${reserved.test(stem) ? `_${stem}` : stem}${ending}`;
}

const tidy = (text: string, length: number): string =>
  cut(text.replaceAll(forbidden, ''), length)
    .replaceAll(/\s+/g, ' ')
    .replace(/^[ .~]+/, '')
    .replace(/[ .]+$/, '');

/** FNV-1a: short, and enough to tell the few ids that need it apart. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
