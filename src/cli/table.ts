/** Tables and trees of text for a terminal, in which a Chinese character is two columns wide. */
import stringWidth from 'string-width';

type Align = 'left' | 'right';

/** How many columns a text takes on a terminal. */
export const widthOf = (text: string): number => stringWidth(text);

const padded = (text: string, width: number, align: Align): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'left' ? text + space : space + text;
};

/** Lines of a table; the first row is its header. `align` is by column, the last one for all further columns. */
export function table(rows: readonly (readonly string[])[], align: readonly Align[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => padded(row[column] ?? '', width, align[column] ?? align.at(-1) ?? 'left'))
      .join('  ')
      .trimEnd();
  const [header = [], ...body] = rows;
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...body.map(line)];
}

/** A line with what hangs below it. A part without children of its own may be plain text. */
export interface TreeNode {
  readonly text: string;
  readonly below: readonly TreeNode[];
}

export const leaf = (text: string): TreeNode => ({ text, below: [] });

export const tree = (branches: readonly TreeNode[]): string[] =>
  branches.flatMap(({ text, below }, index) => {
    const last = index === branches.length - 1;
    return [`${last ? '└─ ' : '├─ '}${text}`, ...tree(below).map((line) => `${last ? '   ' : '│  '}${line}`)];
  });
