/**
 * The longest task of a page's main thread while `act` goes on, from the browser's own trace, in milliseconds: by the clock, and in
 * CPU time of the thread. On a busy machine only the second measures the page.
 * @param {import('playwright-core').Browser} browser
 * @param {import('playwright-core').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function longestTask(browser, page, act) {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate(() => performance.mark('receptive-begins'));
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = traceEvents.find(({ name }) => name === 'receptive-begins');
  // The task of the mark itself also starts the trace.
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts }) => name.endsWith('RunTask') && pid === main.pid && tid === main.tid && ts >= main.ts,
  );
  const most = (field) => tasks.reduce((longest, task) => Math.max(longest, task[field] ?? 0), 0) / 1000;
  return { wall: most('dur'), cpu: most('tdur'), tasks: tasks.length };
}
