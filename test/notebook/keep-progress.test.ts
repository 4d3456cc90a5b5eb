// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { keepProgress } from '../../src/notebook/keep-progress';
import { startSession } from '../../src/notebook/session/session';
import type { KernelNews } from '../../src/protocol';
import { readProgress } from '../../src/site';
import { finished } from './chapter-player';

const session = startSession([
  { name: 'edges', source: '1' },
  { name: 'lonely-check', source: '1' },
  { name: 'count', source: '1', onDemand: true },
  { name: 'count-check', source: '1', onDemand: true },
]);
const verdict = (cell: string, passed = 2): KernelNews => ({
  kind: 'output',
  run: 1,
  cell,
  slot: '0',
  output: { kind: 'verdict', passed, total: 2, hints: [] },
});
const after = (message: KernelNews): unknown => {
  keepProgress('02-convolution')(message, session);
  return readProgress();
};

describe('progress', () => {
  beforeEach(() => localStorage.clear());

  it('holds the lesson’s cells that ran and the exercises that were passed', () => {
    after(finished(1, 'edges', 'done'));
    expect(after(verdict('count-check'))).toEqual({ convolution: { cells: ['edges'], exercises: ['count'] } });
  });

  it.each([
    ['a cell that the chapter has not', finished(1, 'junk', 'done')],
    ['a cell of an exercise', finished(1, 'count', 'done')],
    ['an exercise that was not passed', verdict('count-check', 1)],
    ['a verdict in the reader’s own cell', verdict('edges')],
    ['a verdict in the cell of an exercise, not of its check', verdict('count')],
    ['a cell of the lesson that is only called so', verdict('lonely-check')],
    ['an exercise that the chapter has not', verdict('"]junk-check')],
  ])('does not count %s', (_, message) => {
    expect(after(message)).toEqual({});
  });
});
