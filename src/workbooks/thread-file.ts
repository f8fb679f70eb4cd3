/** Where a thread for workbooks begins. From the sources there is none to begin: Node's threads read no TypeScript. */
export const threadFile: URL | null = import.meta.url.endsWith('.ts')
  ? null
  : new URL('./thread.js', import.meta.url);
