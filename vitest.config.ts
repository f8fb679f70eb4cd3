import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/shared-folder.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Left to itself vitest keeps one core free: of two, half.
    maxWorkers: availableParallelism(),
  },
});
