/** How the bank writes ids: zeros that Excel dropped are put back, and what stands around an id is left out. */

export interface IdRule {
  /** Ids of fewer digits have lost zeros. */
  readonly digits: number | null;
  /** Its one group is the id. */
  readonly pattern: RegExp | null;
  /** Managers go by their names. */
  readonly byName: boolean;
}

export const mostDigits = 40;
/** A longer text is no id; a pattern takes bounded time on what is shorter. */
const longest = 64;

/** The id as the rule writes it; one that the rule says nothing of stays as it is. */
export function idBy({ digits, pattern }: IdRule, id: string): string {
  const inner = pattern !== null && id.length <= longest ? (pattern.exec(id)?.[1] ?? id) : id;
  return digits !== null && inner.length < digits && /^\d+$/.test(inner)
    ? inner.padStart(digits, '0')
    : inner;
}

/** What a pattern may be made of: signs, classes in brackets, one group, and up to three counts that are open. */
const atom = String.raw`(?:\\[dwsDWS().*+?[\]{}|^$/\\-]|\[(?:\\.|[^\]\\[])+\]|[^\\()[\]{}*+?|^$])`;
const count = String.raw`(?:[*+?]|\{\d{1,3}(?:,\d{0,3})?\})`;
const piece = `(?:${atom}${count}?)`;
const allowed = new RegExp(`^\\^?${piece}*\\(${piece}+\\)${piece}*\\$?$`);
const mostCounts = 3;

/** The pattern of a whole id; null: it is none, or could take a search without end. */
export function idPattern(text: string): RegExp | null {
  if (text.length > longest || !allowed.test(text)) return null;
  const open = text.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, 'x').match(/[*+?]|\{\d+,\d*\}/g) ?? [];
  if (open.length > mostCounts) return null;
  try {
    return new RegExp(`^(?:${text.replace(/^\^|(?<!\\)\$$/g, '')})$`, 'u');
  } catch {
    return null;
  }
}
