/** Pieces of Markdown. */

/** Cells may hold `|`; the columns are as wide as they come, since nobody edits the file. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

export const code = (text: string): string => `\`${text}\``;

/** A page that a program writes says so at its head. */
export const page = (title: string, intro: string, parts: readonly string[]): string =>
  `${[`# ${title}`, intro, ...parts].join('\n\n')}\n`;
