import type { End, HostileCell } from './cells/index.ts';
import { cells, ownWords, within, type Victim } from './victim.ts';

/** Bounds in milliseconds; a machine that shares its processors is slow, not wrong. */
const patience = { kernel: 20_000, itself: 10_000, stop: 5_000, next: 10_000, words: 5_000, all: 60_000 };
/** A stopped cell has run for so long. */
const run = 300;
/** The longest that the page's main thread may be busy at a time, on a machine that is busy itself. */
const longestBusy = 3_000;

/** What a hostile cell did. */
export interface Verdict {
  /** What went wrong; nothing where the cell passed. */
  faults: string[];
  /** The longest time for which the page did not answer, in milliseconds. */
  busy: number;
}

/**
 * Runs a cell as a reader would, in a kernel that has run nothing, then `1 + 1` in another cell without Restart, and looks at what the
 * reader had before.
 */
export async function tryCell(victim: Victim, { source, end }: HostileCell, number: number): Promise<Verdict> {
  const before = victim.errors.length;
  try {
    const order = { source, end, number, cells, ownWords, patience, run };
    const { faults, busy } = await within(patience.all, 'page', victim.page.evaluate(tryInPage, order));
    if (busy > longestBusy) faults.push(`the page did not answer for ${(busy / 1000).toFixed(1)} s`);
    // A flood throws the same thousands of times.
    for (const error of new Set(victim.errors.slice(before)))
      faults.push(`uncaught on the page: ${error.slice(0, 120)}`);
    return { faults, busy };
  } catch (error) {
    return { faults: [String(error).slice(0, 200)], busy: patience.all };
  }
}

interface Order {
  source: string;
  end: End;
  number: number;
  cells: { witness: string; edited: string; next: string; hostile: string };
  ownWords: string;
  patience: typeof patience;
  run: number;
}

/** All in the page, so that no step waits for the driver. */
async function tryInPage(order: Order): Promise<Verdict> {
  const { source, end, number, cells, ownWords, patience, run } = order;
  const faults: string[] = [];
  let busy = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    busy = Math.max(busy, performance.now() - last);
    last = performance.now();
  }, 20);

  const find = (cell: string, part = ''): HTMLElement | null =>
    document.querySelector(`notebook-cell[data-cell="${cell}"] ${part}`);
  const click = (cell: string, action: string): void => find(cell, `[data-action="${action}"]`)?.click();
  const state = (cell: string): string => find(cell)?.dataset['state'] ?? 'gone';
  const ended = (cell: string): boolean => ['done', 'failed', 'stopped'].includes(state(cell));
  const texts = (cell: string, kind: string): string[] =>
    [...(find(cell)?.querySelectorAll(`[data-part="outputs"] > [data-output="${kind}"]:not([data-kept])`) ?? [])].map(
      (one) => one.textContent?.trim() ?? '',
    );
  const write = (cell: string, text: string): void => {
    const area = find(cell, 'textarea') as HTMLTextAreaElement | null;
    if (!area) return void faults.push(`no text field in ${cell}`);
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const until = async (is: () => boolean, time: number): Promise<boolean> => {
    const start = performance.now();
    while (!is()) {
      if (performance.now() - start > time) return false;
      await new Promise((go) => setTimeout(go, 10));
    }
    return true;
  };
  /** By a run of its own, whatever it showed before. */
  const start = async (cell: string, text: string): Promise<void> => {
    write(cell, text);
    await until(() => !ended(cell), 1000);
    find(cell)?.scrollIntoView({ block: 'center' });
    click(cell, 'run');
  };
  const names = (): string =>
    [...document.querySelectorAll<HTMLElement>('notebook-cell')].map((one) => one.dataset['cell']).join();
  const saved = (): Promise<string | undefined> =>
    new Promise((resolve) => {
      const request = indexedDB.open('receptive');
      request.onerror = () => resolve(undefined);
      request.onsuccess = () => {
        try {
          const store = request.result.transaction('edits').objectStore('edits');
          const get = store.get(['02-convolution', cells.edited]);
          get.onsuccess = () => resolve((get.result as { source?: string } | undefined)?.source);
          get.onerror = () => resolve(undefined);
        } catch {
          resolve(undefined);
        }
        request.result.close();
      };
    });

  const cellsBefore = names();
  const bar = document.querySelector<HTMLElement>('notebook-bar');
  if (number > 0) bar?.querySelector<HTMLElement>('[data-action="restart"]')?.click();
  if (!(await until(() => bar?.dataset['kernel'] === 'ready', patience.kernel))) faults.push('no kernel before it');

  await start(cells.hostile, source);
  if (end === 'stopped') {
    await until(() => state(cells.hostile) === 'running' || ended(cells.hostile), patience.itself);
    await new Promise((go) => setTimeout(go, run));
  } else if (!(await until(() => ended(cells.hostile), patience.itself))) faults.push('it does not end');
  if (!ended(cells.hostile)) {
    click(cells.hostile, 'stop');
    if (!(await until(() => ended(cells.hostile), patience.stop))) faults.push('Stop does not settle');
  }
  /** More than the name of the error. */
  const told = (): boolean =>
    [...(find(cells.hostile)?.querySelectorAll('.rc-error-message, .rc-error-hint, .rc-notice') ?? [])].some((one) =>
      /[\p{L}\p{N}]/u.test((one.textContent ?? '').replace(/^\w*(Error|Exception)\b/, '')),
    );
  if ((end === 'tells' || state(cells.hostile) === 'failed') && !(await until(told, patience.words)))
    faults.push(`says nothing of its error (${state(cells.hostile)})`);

  await start(cells.next, `1 + 1 // ${number}`);
  const two = (): boolean => state(cells.next) === 'done' && texts(cells.next, 'tree').join() === '2';
  if (!(await until(two, patience.next)))
    faults.push(`1 + 1 gives ${texts(cells.next, 'tree').join().slice(0, 40) || 'nothing'} (${state(cells.next)})`);

  find(cells.witness)?.scrollIntoView({ block: 'center' });
  if (!(await until(() => texts(cells.witness, 'tree').join() === '42', 2000)))
    faults.push('an earlier output is lost');
  if (find(cells.witness)?.querySelectorAll('[data-part="outputs"] > *').length !== 1)
    faults.push('an earlier output got company');
  if ((find(cells.edited, 'textarea') as HTMLTextAreaElement | null)?.value !== ownWords)
    faults.push('an edit is lost on the page');
  if ((await saved()) !== ownWords) faults.push('an edit is lost in the store');
  if (names() !== cellsBefore) faults.push('the cells of the page have changed');
  clearInterval(watch);
  return { faults, busy };
}
