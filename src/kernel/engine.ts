import * as tf from '@tensorflow/tfjs';
import type { Memory } from '../protocol';

/** What TensorFlow.js holds. Cells reach its engine, and can leave anything in its books. */
export function memoryNow(): Memory {
  try {
    const { numTensors, numBytes } = tf.memory();
    return { tensors: count(numTensors), bytes: count(numBytes) };
  } catch {
    return { tensors: 0, bytes: 0 };
  }
}

const count = (value: unknown): number =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? Math.floor(value) : 0;

/** The name of the engine where a cell has damaged it so that no other cell can run. */
export function engineDamage(): string | undefined {
  try {
    tf.engine().startScope('heartbeat');
    tf.engine().endScope();
    return undefined;
  } catch {
    return 'tf.engine()';
  }
}
