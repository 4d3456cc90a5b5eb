import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { pendingLogs } from '../../../src/lab/training/pending-logs';
import { cpu } from '../on-stage';

beforeAll(cpu);

describe('the logs of steps that are not read yet', () => {
  it('come in order, with the number of examples of each step, and without tfjs’s own counters', async () => {
    const logs = pendingLogs();
    logs.add({ batch: 0, size: 32, loss: tf.scalar(0.5), acc: 0.25 }, 1);
    logs.add({ batch: 1, size: 7, loss: tf.scalar(0.125), acc: 0.75 }, 2);
    logs.add({ loss: 3 }, 3);
    expect(logs.count).toBe(3);
    expect(await logs.take()).toEqual([
      { numbers: { loss: 0.5, acc: 0.25 }, size: 32, time: 1 },
      { numbers: { loss: 0.125, acc: 0.75 }, size: 7, time: 2 },
      { numbers: { loss: 3 }, size: 1, time: 3 },
    ]);
    expect([logs.count, await logs.take()]).toEqual([0, []]);
  });

  it('outlive the scalars of fit, and leave nothing in memory when they are read or dropped', async () => {
    const logs = pendingLogs();
    const before = tf.memory().numTensors;
    const add = (): void => {
      const loss = tf.scalar(2);
      logs.add({ loss }, 0);
      loss.dispose();
    };
    add();
    expect((await logs.take())[0]?.numbers).toEqual({ loss: 2 });
    add();
    logs.drop();
    expect(await logs.take()).toEqual([]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
