/**
 * The longest task of a page's main thread while `act` goes on, from the browser's own trace, in milliseconds: by the clock, and what
 * the thread computed of it. On a busy machine only the second is the page's doing.
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
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && pid === main.pid && tid === main.tid,
  );
  const longest = tasks.reduce((one, other) => ((other.dur ?? 0) > (one.dur ?? 0) ? other : one), { dur: 0, tdur: 0 });
  return { wall: longest.dur / 1000, cpu: (longest.tdur ?? 0) / 1000, tasks: tasks.length };
}
