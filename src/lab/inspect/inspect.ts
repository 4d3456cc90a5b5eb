import * as tf from '@tensorflow/tfjs';
import { checkOptions, text, whole } from '../values/check-options';
import { names } from '../model/class-options';
import { checkNames, type ClassNames } from '../model/classifier';
import { checkModel } from '../model/find-layer';
import { planNetwork } from './inspect-network';
import { inputsOf } from '../model/model-inputs';
import { stepsOf, type ModelStep } from '../model/model-steps';
import { readNumbers } from '../values/read-numbers';
import { stage } from '../stage';

/** How `inspect` draws. */
export interface InspectOptions {
  /** A line above the network. Default: the model's name. */
  title?: string;
  /** Names of the classes, in the order of the model's last output. Default: their indices. */
  classes?: ClassNames;
  /** How many maps of a layer are drawn before the reader asks for more. Default: 64. */
  limit?: number;
}

/**
 * Opens a network at work on one image: each layer is a column of its feature maps. Pointing at a map shows which maps it is
 * computed from, with a stronger line where its kernel gets more out of a map. A click (or Enter) opens the map: the kernel of
 * each channel, what the kernel makes of that channel, their sum with bias and activation, and the window at any pixel.
 * A Dense unit opens to its largest products, softmax to its sum.
 *
 * All numbers are sent with the output, so that it can be opened while another cell runs: up to 24 MB of maps and 12 MB of
 * kernels, the smallest layers first. Larger maps are drawn coarser and cannot be opened.
 *
 * ```ts
 * inspect(model, digits.test.images.slice([0], [1]))
 * inspect(model, photo, { classes: ['cat', 'dog'] })
 * ```
 *
 * @param model a built layers model, Sequential or functional; models inside it are opened
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training; for a model
 *   with several inputs a list of tensors, one for each
 * @param options see `InspectOptions`
 * @throws RangeError for an image whose shape the model does not take, or if the number of `classes` does not fit the model
 * @throws TypeError for anything but a layers model or a tensor, or for an unknown option
 */
export function inspect(
  model: tf.LayersModel,
  image: tf.Tensor | readonly tf.Tensor[],
  options: InspectOptions = {},
): void {
  const here = stage();
  checkOptions('inspect', options, { title: text, classes: names, limit: whole(1) });
  checkModel('inspect', model);
  const inputs = inputsOf('inspect', model, image);
  const steps = stepsOf(model);
  checkNames('inspect', options.classes, model.outputs.at(-1)?.shape.at(-1) ?? 0);
  const { title = model.name, limit = 64, classes } = options;
  let slot: string | undefined;
  tf.tidy(() => {
    const { sources, layers } = planNetwork(steps, inputs(), limit);
    readNumbers(
      sources,
      (numbers) => {
        const made = layers.map((layer) => layer(numbers));
        const last = made[lastOf(steps)];
        if (last && classes) last.names = classes.map(String);
        slot = here.emit({ kind: 'network', title, layers: made, limit }, slot);
      },
      () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'other' } })),
    );
  });
}

/** The index of the step that computes the model's last output: the last one that no other step reads. */
function lastOf(steps: readonly ModelStep[]): number {
  const read = new Set(steps.flatMap(({ from }) => from.map(({ step }) => step)));
  return steps.findLastIndex((_, at) => !read.has(at));
}
