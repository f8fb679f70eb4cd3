/** The moving figure of a case, X, replaced wherever it stands: in values, in keys, within a text. */
const movingFigure = /(?<![A-Za-z0-9])X(?![A-Za-z0-9])/;

/** The same with every X replaced; `count` says how often it stood there. */
export function replaced(node: unknown, value: string): { node: unknown; count: number } {
  if (typeof node === 'string')
    return movingFigure.test(node)
      ? { node: node.replace(movingFigure, value), count: 1 }
      : { node, count: 0 };
  if (typeof node !== 'object' || node === null) return { node, count: 0 };
  const parts = Object.entries(node).map(([key, child]) => {
    const inKey = movingFigure.test(key);
    const inside = replaced(child, value);
    return {
      key: inKey ? key.replace(movingFigure, value) : key,
      node: inside.node,
      count: inside.count + (inKey ? 1 : 0),
    };
  });
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    node: Array.isArray(node)
      ? parts.map((part) => part.node)
      : Object.fromEntries(parts.map((part) => [part.key, part.node])),
    count,
  };
}
