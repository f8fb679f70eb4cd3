import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/shared-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The files of a worker share what they have imported: loading it anew took a sixth of the time.
    isolate: false,
    // Left to itself vitest keeps one core free: of two, half.
    maxWorkers: availableParallelism(),
  },
});
