/**
 * SheetJS for a process of its own: a JavaScript expression that gives it there. In the single-file build, where nothing
 * is to be required, it is the library's own text (bin/packaging/bundle.ts).
 */
import { createRequire } from 'node:module';

export const library = `require(${JSON.stringify(createRequire(import.meta.url).resolve('@e965/xlsx'))})`;
