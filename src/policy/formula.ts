/** Conditions as formulas over what they look at, and whether several can hold at once. */

/** One of these values of a variable, or what is made of such. */
export type Formula =
  | { readonly variable: string; readonly among: ReadonlySet<string> }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula };

/** What each variable may be, the value that is tried first at the front. */
export type Domains = ReadonlyMap<string, readonly string[]>;
export type Assignment = ReadonlyMap<string, string>;

/** Beyond it a table is too wide to be looked through: nothing is said then. */
const mostSteps = 20_000;

/**
 * Values for which every formula holds; those that do not matter are left out. Null: there are none. Undefined: there are
 * too many to tell.
 */
export function holding(formulas: readonly Formula[], domains: Domains): Assignment | null | undefined {
  const so = new Map<string, string>();
  let steps = 0;
  const search = (): Assignment | null | undefined => {
    steps += 1;
    if (steps > mostSteps) return undefined;
    let next: string | null = null;
    for (const formula of formulas) {
      const value = outcomeOf(formula, so);
      if (value === false) return null;
      if (typeof value === 'string') next ??= value;
    }
    if (next === null) return so;
    for (const value of domains.get(next) ?? []) {
      so.set(next, value);
      const found = search();
      if (found !== null) return found;
    }
    so.delete(next);
    return null;
  };
  return search();
}

/** Whether it holds; where that is open, the first variable that it hangs on. */
function outcomeOf(formula: Formula, so: Assignment): boolean | string {
  if ('variable' in formula) {
    const value = so.get(formula.variable);
    return value === undefined ? formula.variable : formula.among.has(value);
  }
  if ('not' in formula) {
    const value = outcomeOf(formula.not, so);
    return typeof value === 'string' ? value : !value;
  }
  const [parts, ending] = 'all' in formula ? [formula.all, false] : [formula.any, true];
  let open: string | null = null;
  for (const part of parts) {
    const value = outcomeOf(part, so);
    if (value === ending) return ending;
    if (typeof value === 'string') open ??= value;
  }
  return open ?? !ending;
}
