/** How the lines of a profile are written. */

/** A name that YAML takes for a plain text; a mark at its end may stand before a colon. */
const plain = /^[\p{Script=Han}A-Za-z_][\p{Script=Han}\w./（）()·-]*$/u;

/** A key or value as YAML has it: in double quotes where it needs them. */
export const quoted = (text: string): string => (plain.test(text) ? text : JSON.stringify(text));

/** The line that says what one header means, in one piece. */
export const columnLine = (table: string, header: string, column: string): string =>
  columnLines(table, [[header, column]]);

/** The same for several headers. */
export const columnLines = (table: string, headers: readonly (readonly [string, string])[]): string =>
  `columns: { ${table}: { ${headers.map(([header, column]) => `${quoted(header)}: ${column}`).join(', ')} } }`;

/** Managers go by their names. */
export const byNameLine = 'ids: { manager: by-name }';
