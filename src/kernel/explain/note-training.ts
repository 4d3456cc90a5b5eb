import * as tf from '@tensorflow/tfjs';
import { aroundFits, replaceMethod } from '../../tfjs-repairs';
import { inARow, listed, say } from '../../words';
import type { Note } from './note';
import { labelNote, type SeenLabels } from './note-labels';
import { outputLayer } from './output-layer';

/**
 * Tells, after a training has ended, of the silent mistakes that are seen in it. Once per kernel.
 * @param listener who will hear of a training that begins now
 */
export function noteTraining(listener: () => (note: Note) => void): void {
  const seen: SeenLabels = new Map();
  aroundFits(async (model, args, train, data) => {
    const tell = listener();
    const trained = await train(args);
    const notes = [
      softmaxNote(model),
      logitsNote(model),
      splitNote(args),
      // A training that was stopped may lack what the end of its epoch would have logged.
      model.stopTraining ? undefined : monitorNote(args, trained),
    ];
    // A look at the labels must not spoil a training that has succeeded.
    const labels = await labelNote(model, data[1], seen).catch(() => undefined);
    for (const note of [...notes, labels]) if (note) tell(note);
    return trained;
  });
  // tfjs says it at each epoch, in English.
  replaceMethod<{ monitor: string }, [tf.Logs?], unknown>(tf.EarlyStopping.prototype, 'getMonitorValue', () => {
    return function (logs) {
      return logs?.[this.monitor];
    };
  });
}

function softmaxNote(model: tf.LayersModel): Note | undefined {
  const last = outputLayer(model);
  return last?.activation === 'softmax' && last.classes === 1
    ? { kind: 'softmaxOfOne', text: say('note.softmaxOfOne') }
    : undefined;
}

/** Activations whose outputs a loss can take for probabilities. */
const probabilities: Record<string, readonly string[]> = {
  categoricalCrossentropy: ['softmax', 'sigmoid', 'hardSigmoid', 'relu', 'relu6', 'softplus', 'exponential'],
  sparseCategoricalCrossentropy: ['softmax', 'sigmoid', 'hardSigmoid', 'relu', 'relu6', 'softplus', 'exponential'],
  binaryCrossentropy: ['softmax', 'sigmoid', 'hardSigmoid'],
};

function logitsNote(model: tf.LayersModel): Note | undefined {
  const { loss } = model;
  const last = outputLayer(model);
  if (typeof loss !== 'string' || !last || !probabilities[loss] || probabilities[loss].includes(last.activation))
    return undefined;
  const wanted = loss === 'binaryCrossentropy' ? "'sigmoid'" : "'softmax'";
  const { name: layer, activation } = last;
  return { kind: 'logits', text: say('note.logits', { loss, layer, activation: `'${activation}'`, wanted }) };
}

function splitNote({ validationSplit: value, validationData }: tf.ModelFitArgs): Note | undefined {
  if (typeof value !== 'number' || validationData || (value >= 0 && value < 1)) return undefined;
  return { kind: 'split', text: say('note.split', { value }) };
}

function monitorNote({ callbacks }: tf.ModelFitArgs, { history }: tf.History): Note | undefined {
  const known = Object.keys(history);
  for (const callback of [callbacks].flat()) {
    const monitor: unknown = callback instanceof tf.EarlyStopping ? Reflect.get(callback, 'monitor') : undefined;
    if (typeof monitor !== 'string' || known.includes(monitor) || known.length === 0) continue;
    const text = say('note.monitor', { monitor, known: listed(known) });
    const short = monitor.replace('accuracy', 'acc');
    if (known.includes(short)) return { kind: 'monitor', text: inARow(text, say('explain.accuracy')) };
    const isValidation = monitor.startsWith('val_') && !known.some((name) => name.startsWith('val_'));
    return { kind: 'monitor', text: isValidation ? inARow(text, say('explain.noValidation')) : text };
  }
  return undefined;
}
