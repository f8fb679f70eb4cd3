/** How the lines of a profile are written. */

/** A name that YAML takes for a plain text; a mark at its end may stand before a colon. */
const plain = /^[\p{Script=Han}A-Za-z_][\p{Script=Han}\w./（）()·-]*$/u;

/** A key or value as YAML has it: in double quotes where it needs them. */
export const quoted = (text: string): string => (plain.test(text) ? text : JSON.stringify(text));
