/** Faults as Node reports them when the system refuses, for tests on machines whose system does not. */

export const systemFault = (code: string, path?: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${code}: refused`), {
    code,
    syscall: 'open',
    ...(path === undefined ? {} : { path }),
  });
