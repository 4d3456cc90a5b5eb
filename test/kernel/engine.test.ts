import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as tf from '@tensorflow/tfjs';
import { startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
const { state } = tf.engine();
beforeAll(async () => {
  node = await startNodeKernel();
});
afterEach(() => {
  tf.engine().state = state;
});

const pong = async (): Promise<unknown> => {
  await node.kernel.handle({ kind: 'ping', beat: 1 });
  return node.messages.at(-1);
};

describe('a cell that reaches into the engine of TensorFlow.js', () => {
  it.each(['-5', 'NaN', "'many'", '0.5', 'null'])('ends its run, with %s tensors in the books', async (count) => {
    const before = state.numTensors;
    const run = await node.run('a', `tf.engine().state.numTensors = ${count} as never`);
    state.numTensors = before;
    expect(run.outcome).toBe('done');
    expect(run.tensors).toBe(0);
    expect(await pong()).not.toHaveProperty('damage');
  });

  it('and takes its state away ends too, and the next heartbeat says so', async () => {
    expect((await node.run('a', 'tf.engine().state = null as never')).outcome).toBe('failed');
    expect(await pong()).toMatchObject({ kind: 'pong', damage: 'tf.engine()' });
  });
});
