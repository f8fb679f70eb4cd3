/** Makes a few things ahead of whoever takes them, so that parts of the work that wait do not hold up the others. */

/**
 * What is made of each item, in the items' order; at most so many at once, since each may be large. The first are begun at
 * once, whatever is done before they are asked for.
 */
export function ahead<T, R>(
  items: Iterable<T>,
  most: number,
  make: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const left = items[Symbol.iterator]();
  const making: Promise<R>[] = [];
  const begin = (): void => {
    const item = left.next();
    if (item.done === true) return;
    const one = make(item.value);
    // Its fault is raised when its turn comes; until then, and where that never comes, it is nobody's.
    one.catch(() => {});
    making.push(one);
  };
  for (let number = 0; number < most; number += 1) begin();
  return (async function* () {
    for (let one = making.shift(); one !== undefined; one = making.shift()) {
      const made = await one;
      begin();
      yield made;
    }
  })();
}
