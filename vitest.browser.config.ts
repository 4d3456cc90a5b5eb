import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

/** Both cores are busy with this file alone: beside another its trainings would take three times as long. */
const chapters = 'test/browser/chapters.test.ts';

/** Tests of the built site in Chromium: `npm run test:browser`, after `npm run build`. */
export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default', new ClosingLine()],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 40_000 } },
    maxConcurrency: 2,
    projects: [
      {
        extends: true,
        // These wait more than they compute: two files at a time take two thirds of the time on two cores.
        test: {
          name: 'pages',
          include: ['test/browser/**/*.test.ts'],
          exclude: [chapters],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'chapters', include: [chapters], maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
