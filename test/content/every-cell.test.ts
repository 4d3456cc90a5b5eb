import { beforeAll, describe, expect, it } from 'vitest';
import { makeGraph } from '../../src/compile';
import { compileOrThrow, outputsOf, startNodeKernel, type NodeKernel, type Ran } from '../kernel/node-kernel';
import { atRest, seedFor } from '../../scripts/keep/run-chapter';
import type { Controls } from '../../src/protocol';
import { en } from '../../src/words/en';
import { chapters } from './chapters';
import { keptOutputs } from './kept-outputs';
import { unnumbered } from './unnumbered';
import { untrained } from './untrained';

/** Cells that show what goes wrong, and of what. */
const due: Readonly<Record<string, string>> = {
  '07-training pairs': 'categoricalCrossentropy wants probabilities',
  '07-training yes-no': 'accuracy counts each of 10 outputs by itself',
};
const noteBegins = en['note.said'].replace('{text}', '');

/**
 * How much of every `model.fit` runs here. RECEPTIVE_FULL=1 runs all of it, as a reader's browser does: minutes instead of seconds.
 */
const limits = process.env.RECEPTIVE_FULL ? undefined : { epochs: 1, steps: 2 };

describe.each(chapters)('chapter $name', ({ name: chapter, cells }) => {
  const comparable = untrained(cells);
  const kept = keptOutputs(chapter, 'en');
  let node: NodeKernel;
  beforeAll(async () => {
    node = await startNodeKernel(limits && { limits });
  });

  it('has a graph without problems', () => {
    const graph = makeGraph(cells.map(({ name, source }) => ({ name, program: compileOrThrow(source) })));
    expect(
      cells.flatMap(({ name }) => graph.problems(name).map((problem) => `${name}: ${JSON.stringify(problem)}`)),
    ).toEqual([]);
  });

  it.each(cells)('runs $name', { timeout: 120_000 }, async ({ name, source, notKept }) => {
    await node.run('before', seedFor(name));
    const ran = await node.run(name, source);
    if (comparable.has(name) && notKept === undefined)
      expect(unnumbered(atRest(ran))).toEqual(unnumbered(kept.get(name)));
    expect(outputsOf(ran, 'error')).toEqual([]);
    expect(ran.outcome).toBe('done');
    for (const moved of oneStepFurther(ran)) expect((await node.run(name, source, moved)).outcome).toBe('done');
    const lines = outputsOf(ran, 'log').flatMap(({ head, tail }) => [...head, ...tail]);
    const notes = lines.flatMap(({ text }) => (text.startsWith(noteBegins) ? [text] : []));
    const expected = due[`${chapter} ${name}`];
    expect(notes).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)]);
  });

  it('holds no more tensors when it is run a second time', { timeout: 300_000 }, async () => {
    const once = (await node.run('count', 'tf.memory().numTensors')).tensors;
    for (const { name, source } of cells) await node.run(name, source);
    const twice = (await node.run('count', 'tf.memory().numTensors')).tensors;
    expect(twice).toBeLessThanOrEqual(once);
  });
});

it('compares half of the cells with what is kept: the others depend on a training', () => {
  const compared = chapters.reduce((sum, { cells }) => sum + untrained(cells).size, 0);
  expect(compared).toBeGreaterThan(180);
});

/** Each slider of a run, moved by one step while the others stay; at last all as they were, for the cells that follow. */
function oneStepFurther(ran: Ran): Controls[] {
  const moved = outputsOf(ran, 'control').flatMap(({ label, value, control }) =>
    control.type === 'slider' && typeof value === 'number'
      ? [{ [label]: value + (value + control.step > control.most ? -control.step : control.step) }]
      : [],
  );
  return moved.length > 0 ? [...moved, {}] : [];
}
