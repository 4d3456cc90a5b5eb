import { describe, expect, it } from 'vitest';
import { openSite } from '../site';
import { hostileCells } from './cells/index';
import { everyCell, faultText, runSuite } from './suite';

/** All cells take minutes; an ordinary run takes one of each so many, with and without headers others. */
const [step, others] = process.env.RECEPTIVE_FULL === '1' ? [1, 1] : [6, 12];

describe('no hostile cell harms the page, what the reader has saved, or the next cell', { timeout: 3_600_000 }, () => {
  it('there are 300 or more of them', () =>
    expect(new Set(hostileCells.map(({ source }) => source)).size).toBeGreaterThanOrEqual(300));

  it.each([
    ['with', true, everyCell(step)],
    ['without', false, everyCell(others, 3)],
  ])('%s the headers that isolate the site', async (_word, isolation, cells) => {
    const site = await openSite({ isolation });
    const trials = await runSuite(site, cells);
    await site.close();
    expect(trials.filter(({ faults }) => faults.length > 0).map(faultText)).toEqual([]);
  });
});
