/** Looks a word of an export or a policy up in plain data. */

/** What the record itself has under this key: `constructor` is a word like any other. */
export const ownValue = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
