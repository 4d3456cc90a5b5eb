import * as tf from '@tensorflow/tfjs';
import { locale, say } from '../../words';
import type { Note } from './note';

/** Labels that one kernel has looked at, by loss, so that a loop of short trainings pays once. */
export type SeenLabels = Map<string, WeakSet<tf.Tensor>>;
/** Fewer examples do not show whether each of them has exactly one class. */
const fewest = 10;

/** What is wrong with the labels of a training with one output, if something is; reads a few numbers from them. */
export async function labelNote(model: tf.LayersModel, labels: unknown, seen: SeenLabels): Promise<Note | undefined> {
  const [given, ...others] = [labels].flat();
  const [output] = model.outputs;
  const classes = output?.shape.at(-1);
  if (others.length > 0 || model.outputs.length > 1 || !output || !classes || !isNumbers(given)) return undefined;
  if (typeof model.loss !== 'string' || !isNew(given, model.loss, seen)) return undefined;
  switch (model.loss) {
    case 'sparseCategoricalCrossentropy':
      return outsideNote(given, classes);
    case 'categoricalCrossentropy':
      return given.rank === 2 ? emptyNote(given) : undefined;
    case 'binaryCrossentropy': {
      const counts = model.metricsNames.includes('acc') && classes > 2;
      return counts && given.rank === 2 && output.rank === 2 ? oneClassNote(given, classes) : undefined;
    }
    default:
      return undefined;
  }
}

function isNew(labels: tf.Tensor, loss: string, seen: SeenLabels): boolean {
  const known = seen.get(loss) ?? new WeakSet();
  if (known.has(labels)) return false;
  seen.set(loss, known.add(labels));
  return true;
}

function isNumbers(value: unknown): value is tf.Tensor {
  return value instanceof tf.Tensor && !value.isDisposed && value.dtype !== 'string' && value.size > 0;
}

async function outsideNote(labels: tf.Tensor, classes: number): Promise<Note | undefined> {
  const [low = 0, high = 0] = await numbersOf(() => [labels.min(), labels.max()]);
  if (!(low < 0 || high >= classes)) return undefined;
  return { kind: 'labels', text: say('note.labels', { low, high, last: classes - 1 }) };
}

async function emptyNote(labels: tf.Tensor): Promise<Note | undefined> {
  const [count = 0] = await numbersOf(() => [labels.abs().max(-1).equal(0).toInt().sum()]);
  return count > 0 ? { kind: 'emptyLabels', text: say('note.emptyLabels', { count }) } : undefined;
}

async function oneClassNote(labels: tf.Tensor, classes: number): Promise<Note | undefined> {
  const [most = 0, least = 0, others = 1] = await numbersOf(() => {
    const counts = labels.sum(-1);
    return [counts.max(), counts.min(), labels.mul(labels.sub(1)).abs().max()];
  });
  if (most !== 1 || least !== 1 || others !== 0 || (labels.shape[0] ?? 0) < fewest) return undefined;
  const share = ((classes - 1) / classes).toLocaleString(locale(), { style: 'percent', maximumFractionDigits: 1 });
  return { kind: 'binaryAccuracy', text: say('note.binaryAccuracy', { classes, share }) };
}

/** The values of scalars, which are freed. */
async function numbersOf(compute: () => tf.Tensor[]): Promise<number[]> {
  const all = tf.tidy(() => tf.stack(compute().map((one) => one.toFloat())));
  try {
    return [...(await all.data())];
  } finally {
    all.dispose();
  }
}
