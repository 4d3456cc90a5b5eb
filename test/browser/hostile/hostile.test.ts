import { describe, expect, it } from 'vitest';
import { compileCell } from '../../../src/compile';
import { chapterCells } from '../../../src/notebook/build/chapter-cells';
import { openSite } from '../site';
import { hostileCells } from './cells/index';
import { everyCell, faultText, runSuite } from './suite';

/** All cells take minutes; an ordinary run takes one of each so many, with and without headers others. */
const [step, others] = process.env.RECEPTIVE_FULL === '1' ? [1, 1] : [25, 50];

describe('no hostile cell harms the page, what the reader has saved, or the next cell', { timeout: 3_600_000 }, () => {
  it('of 300 or more, each of which runs, since it compiles and takes no name of the lesson', () => {
    expect(new Set(hostileCells.map(({ source }) => source)).size).toBeGreaterThanOrEqual(300);
    const taken = new Set(chapterCells('02-convolution', 'en').flatMap(({ source }) => declaredBy(source) ?? []));
    const idle = hostileCells.filter(({ family, source }) => {
      const names = declaredBy(source);
      return names ? names.some((name) => taken.has(name)) : family !== 'syntax';
    });
    expect(idle).toEqual([]);
  });

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

function declaredBy(source: string): readonly string[] | undefined {
  const compiled = compileCell(source);
  return compiled.ok ? compiled.program.declares : undefined;
}
