import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

/** Tests of the built site in Chromium: `npm run test:browser`, after `npm run build`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', new ClosingLine()],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 40_000 } },
    // Tests wait more than they compute: two files at a time take two thirds of the time on two cores, more would starve each other.
    maxWorkers: 2,
    maxConcurrency: 2,
  },
});
