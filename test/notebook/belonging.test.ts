import { describe, expect, it } from 'vitest';
import { belongingOf } from '../../src/notebook/session/belonging';
import type { KernelNews } from '../../src/protocol';
import { finished, playChapter, tree } from './chapter-player';

const sources = { first: 'const a = 1', second: 'const b = 2' };
const output = (run: number, cell: string): KernelNews => ({ kind: 'output', run, cell, slot: '0', output: tree('1') });
const started = (run: number, cell: string): KernelNews => ({ kind: 'started', run, cell });

/** `first` has run as 1, `second` runs as 2. */
function inTheMiddle() {
  const player = playChapter(sources);
  player.send({ kind: 'run', cell: 'first' });
  player.finish();
  player.send({ kind: 'run', cell: 'second' });
  return player;
}

describe('a message of the kernel', () => {
  it.each<[string, KernelNews, ReturnType<typeof belongingOf>]>([
    ['the run that is under way begins', started(2, 'second'), 'own'],
    ['an output of the run that is under way', output(2, 'second'), 'own'],
    ['the run that is under way ends', finished(2, 'second', 'done'), 'own'],
    ['a late output of the cell’s newest run', output(1, 'first'), 'own'],
    ['a run that has ended begins', started(1, 'first'), 'old'],
    ['a run that has ended ends again', finished(1, 'first', 'failed'), 'old'],
    ['an output of the running cell from a run before', output(1, 'second'), 'old'],
    ['an output into another cell', output(2, 'first'), 'foreign'],
    ['the end of another cell', finished(2, 'first', 'done'), 'foreign'],
    ['a run that never was', output(3, 'second'), 'foreign'],
    ['run 0', started(0, 'second'), 'foreign'],
    ['a cell that is not there', output(2, 'third'), 'foreign'],
    ['a cell that every object has', output(2, 'constructor'), 'foreign'],
    ['a backend', { kind: 'ready', backend: { name: 'cpu', reason: '', threads: 1 } }, 'own'],
    ['warming', { kind: 'warming', message: '' }, 'own'],
  ])('that says: %s', (_, message, belonging) => {
    expect(belongingOf(inTheMiddle().state(), message)).toBe(belonging);
  });

  it('about a cell’s run before the one that is under way comes too late', () => {
    const player = inTheMiddle();
    player.finish();
    player.send({ kind: 'run', cell: 'first' });
    expect(belongingOf(player.state(), output(1, 'first'))).toBe('old');
    expect(belongingOf(player.state(), output(3, 'first'))).toBe('own');
  });

  it('that says that something is being prepared comes too late when nothing runs', () => {
    const player = playChapter(sources);
    expect(belongingOf(player.state(), { kind: 'warming', message: '' })).toBe('old');
  });
});
