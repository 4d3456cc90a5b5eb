import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';

/**
 * Files that run by themselves: the trainings of the chapters keep both cores busy, and beside another file nobody could tell a page that
 * does not answer from a machine that is busy.
 */
const alone = ['chapters', 'floods', 'hostile/hostile'].map((name) => `test/browser/${name}.test.ts`);

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
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
});
