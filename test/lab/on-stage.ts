import * as tf from '@tensorflow/tfjs';
import { generator } from '../../src/lab/values/generator';
import { bindStage, buffersOf, verbs, type Stage } from '../../src/lab';
import type { Output, OutputKind, OutputOf } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

/** A stage that keeps what it was given, and the lab's verbs on it. */
export interface Recorder {
  verbs: typeof verbs;
  /** What stands on the page now, in its order. */
  shown(): Output[];
  /** Everything that was ever emitted. */
  emitted: Output[];
  /** The only output, which must be of this kind. */
  only<K extends OutputKind>(kind: K): OutputOf<K>;
  stop(): void;
}

export function onStage(): Recorder {
  useWords(en, 'en');
  const slots = new Map<string, Output>();
  const emitted: Output[] = [];
  let stopped = false;
  /** What cannot be cloned could not leave the worker; what was given away before cannot either. */
  const send = (output: Output, slot = `${slots.size}`, transfer: ArrayBuffer[] = []): string => {
    const sent = structuredClone(output, { transfer });
    emitted.push(sent);
    slots.set(slot, sent);
    return slot;
  };
  const stage: Stage = {
    emit: (output, slot) => send(output, slot),
    give: (output, slot) => send(output, slot, buffersOf(output)),
    stopped: () => stopped,
    control: () => undefined,
  };
  const shown = (): Output[] => [...slots.values()];
  return {
    verbs: bindStage({ ...verbs }, stage),
    shown,
    emitted,
    only(kind) {
      const [output, ...others] = shown();
      if (!output || others.length > 0) throw new Error(`${shown().length} outputs`);
      return asKind(output, kind);
    },
    stop: () => (stopped = true),
  };
}

export function asKind<K extends OutputKind>(output: Output | undefined, kind: K): OutputOf<K> {
  if (output?.kind !== kind) throw new Error(`${output?.kind} instead of ${kind}`);
  return output as OutputOf<K>;
}

/** Tensors that `act` leaves behind. */
export async function leftBy(act: () => unknown): Promise<number> {
  const before = tf.memory().numTensors;
  await act();
  return tf.memory().numTensors - before;
}

/** The plainest backend, and the same random numbers in every run of a test. */
export async function cpu(): Promise<void> {
  Math.random = generator(1);
  await tf.setBackend('cpu');
  await tf.ready();
}

/** The first weight of a layer. */
export function kernelOf(layer: tf.layers.Layer | undefined): tf.Tensor {
  const kernel = layer?.getWeights()[0];
  if (!kernel) throw new Error('a layer without weights');
  return kernel;
}

/** Elements of the largest tensor that `act` computes; views of what is there already do not count. */
export async function largestMade(act: () => void): Promise<number> {
  const { kernels } = await tf.profile(act);
  const made = kernels.filter(({ name }) => !['Reshape', 'Identity', 'Cast'].includes(name));
  return Math.max(...made.flatMap(({ outputShapes }) => outputShapes.map((shape) => tf.util.sizeFromShape(shape))));
}
