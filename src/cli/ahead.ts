/** Makes a few things ahead of whoever takes them, so that parts of the work that wait do not hold up the others. */

/** What is made of each item, in the items' order; at most so many at once, since each may be large. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  most: number,
  make: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const making: Promise<R>[] = [];
  for (const item of items) {
    const one = make(item);
    // Its fault is raised when its turn comes; until then, and where that never comes, it is nobody's.
    one.catch(() => {});
    making.push(one);
    if (making.length === most) yield making.shift() as Promise<R>;
  }
  yield* making;
}
