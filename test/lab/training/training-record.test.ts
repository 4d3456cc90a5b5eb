import { describe, expect, it } from 'vitest';
import { trainingRecord } from '../../../src/lab/training/training-record';

/** Two epochs of five steps: the first step takes 3 seconds, each other one. */
function halfTrained(): ReturnType<typeof trainingRecord> {
  const record = trainingRecord({ epochs: 2, initialEpoch: 0, steps: 5 }, 100);
  record.beginEpoch(0, 100);
  [103, 104, 105, 106, 107].forEach((time, at) => record.step({ loss: 5 - at }, 1, time));
  record.endEpoch({ loss: 3, val_loss: 4 }, 107);
  record.beginEpoch(1, 107);
  record.step({ loss: 1 }, 2, 108);
  record.step({ loss: 2 }, 1, 109);
  return record;
}

describe('the record of a training', () => {
  it('estimates the time left from the pace after the first step', () => {
    expect(halfTrained().output('running', 109)).toMatchObject({
      elapsedSeconds: 9,
      secondsLeft: 3,
      step: 2,
      steps: 5,
    });
    expect(halfTrained().output('stopped', 109).secondsLeft).toBe(0);
  });

  it('leaves the epochs of an earlier training out of the time left', () => {
    const record = trainingRecord({ epochs: 5, initialEpoch: 3, steps: 5 }, 0);
    record.beginEpoch(3, 0);
    for (const time of [1, 2, 3]) record.step({ loss: 1 }, 1, time);
    // Of two epochs of five steps, seven steps are left, one second each.
    expect(record.output('running', 3)).toMatchObject({ epoch: 4, epochs: 5, secondsLeft: 7 });
  });

  it('gives no estimate before there is a pace', () => {
    const record = trainingRecord({ epochs: 2, initialEpoch: 0, steps: 5 }, 0);
    expect(record.output('running', 1).secondsLeft).toBe(0);
    record.step({ loss: 1 }, 1, 1);
    expect(record.output('running', 1).secondsLeft).toBe(0);
  });

  it('weights the mean of an epoch by examples, and keeps the last validation', () => {
    const { numbers, epochRows } = halfTrained().output('running', 109);
    expect(numbers).toEqual({ loss: (1 * 2 + 2) / 3, val_loss: 4 });
    expect(epochRows).toEqual([{ epoch: 1, seconds: 7, numbers: { loss: 3, val_loss: 4 } }]);
  });

  it('draws training over parts of epochs and validation at their ends', () => {
    const { curves } = halfTrained().output('running', 109);
    expect(curves[0]?.points.map(([x]) => x)).toEqual([0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4]);
    expect(curves[1]).toEqual({ name: 'val_loss', points: [[1, 4]], dashed: true });
  });

  it('leaves NaN out of the curves', () => {
    const record = trainingRecord({ epochs: 1, initialEpoch: 0, steps: 2 }, 0);
    record.step({ loss: NaN }, 1, 1);
    record.step({ loss: 2 }, 1, 2);
    expect(record.output('running', 2).curves).toEqual([{ name: 'loss', points: [[1, 2]] }]);
    expect(record.output('running', 2).numbers['loss']).toBeNaN();
  });
});
