import type { Site } from '../site.ts';
import { hostileCells, type HostileCell } from './cells/index.ts';
import { tryCell, type Verdict } from './trial.ts';
import { openVictim, type Victim } from './victim.ts';

export type Trial = HostileCell & Verdict;

/** Cells that one page takes. A page that has been harmed takes no other. */
const perPage = 30;

/** Runs `cells` one after another. */
export async function runSuite(site: Site, cells: readonly HostileCell[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  let victim: Victim | undefined;
  let number = 0;
  for (const cell of cells) {
    if (!victim) {
      victim = await openVictim(site);
      number = 0;
    }
    const trial = { ...cell, ...(await tryCell(victim, cell, number)) };
    trials.push(trial);
    number += 1;
    if (trial.faults.length === 0 && number < perPage) continue;
    await victim.close();
    victim = undefined;
  }
  await victim?.close();
  return trials;
}

/** The n-th of every `step` cells. */
export const everyCell = (step: number, n = 0): HostileCell[] =>
  hostileCells.filter((_, index) => index % step === n % step);

/** A trial that failed, in one line. */
export const faultText = ({ family, source, faults }: Trial): string =>
  `${family}: ${source.slice(0, 100).replaceAll('\n', '⏎')} → ${faults.join('; ')}`;
