import type { Browser, Page } from 'playwright-core';

/** The longest task of a page's main thread while `act` goes on, in milliseconds, and how many tasks there were. */
export declare function longestTask(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<{ wall: number; cpu: number; tasks: number }>;
