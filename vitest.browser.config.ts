import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

/** Tests of the built site in Chromium: `npm run test:browser`, after `npm run build`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', new ClosingLine()],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // On two cores, two browsers at a time would only starve each other.
    fileParallelism: false,
    maxConcurrency: 2,
  },
});
