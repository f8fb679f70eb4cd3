/** The built tool, as users run it, with the types of its source. */
const built = async <T>(module: string): Promise<T> =>
  (await import(new URL(`../../../dist/${module}.js`, import.meta.url).href)) as T;

export const intake = (): Promise<typeof import('../../../src/intake/index.ts')> => built('intake/index');
export const policy = (): Promise<typeof import('../../../src/policy/file.ts')> => built('policy/file');
export const command = (): Promise<typeof import('../../../src/cli/main.ts')> => built('cli/main');
export const compiling = (): Promise<typeof import('../../../src/cli/compiling.ts')> =>
  built('cli/compiling');
export const pipeline = (): Promise<typeof import('../../../src/run/pipeline.ts')> => built('run/pipeline');
export const zip = (): Promise<typeof import('../../../src/intake/files/zip.ts')> =>
  built('intake/files/zip');
export const bytes = (): Promise<typeof import('../../../src/intake/files/bytes.ts')> =>
  built('intake/files/bytes');
export const limits = (): Promise<typeof import('../../../src/intake/files/limits.ts')> =>
  built('intake/files/limits');
