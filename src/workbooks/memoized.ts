/** A function that works out each answer once: for what stands in many rows. */
export function memoized<K, V>(of: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    const fresh = of(key);
    known.set(key, fresh);
    return fresh;
  };
}
