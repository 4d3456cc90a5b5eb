import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { checkOptions, oneOf, type Rules } from '../values/check-options';
import { chosenClass, classRules, layerRule, type ClassOptions } from '../model/class-options';
import { classifierOf } from '../model/classifier';
import { shapeText } from '../values/describe';
import { findLayer, type LayerChoice } from '../model/find-layer';
import { valueOf } from '../model/forward';
import { boxOf, heatOf } from './heat';
import { outputOf, outputsOf, type LayerOutput } from '../model/layer-output';
import { given, oneImage } from '../model/one-image';
import { showHeat } from './show-heat';
import { stage } from '../stage';

/** The class, the layer and the method of `gradCam`. */
export interface GradCamOptions extends ClassOptions {
  /** The layer whose maps are used. Default: the last with the resolution of the last convolution. */
  layer?: LayerChoice;
  /**
   * `gradCam`: a map's weight is the mean of its gradient. `hiResCam`: each place is weighted by its own gradient, which is also
   * correct before a Flatten layer. Default: `gradCam`.
   */
  method?: 'gradCam' | 'hiResCam';
}

const rules: Rules<GradCamOptions> = {
  ...classRules,
  layer: layerRule,
  method: oneOf('gradCam', 'hiResCam'),
};

/**
 * Grad-CAM: where in an image a model sees a class. With the maps A of a layer and the class's score z before softmax,
 * α_c is the mean of ∂z/∂A_c over all places, and the heat is relu(Σ α_c · A_c). It is drawn at the layer's own resolution.
 *
 * ```ts
 * gradCam(model, image)
 * gradCam(model, image, { class: 'shirt', classes: data.classes, method: 'hiResCam' })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]` and one output `[classes]`
 * @param image one image, `[h, w, c]` or `[1, h, w, c]`, with pixel values scaled as in training
 * @param options see `GradCamOptions`
 * @throws RangeError for an unknown layer or class, or for an image whose shape the model does not take
 * @throws TypeError for a layer whose output is not `[1, h, w, c]`, for a model that is not a classifier, or for an unknown
 *   option
 * @see Selvaraju et al., Grad-CAM, arXiv 1610.02391; Draelos and Carin, HiResCAM, arXiv 2011.08891
 */
export function gradCam(model: tf.LayersModel, image: tf.Tensor, options: GradCamOptions = {}): void {
  const here = stage();
  const verb = 'gradCam';
  checkOptions(verb, options, rules);
  const one = oneImage(verb, model, image);
  const classifier = classifierOf(verb, model);
  const wanted = chosenClass(verb, options, classifier.count);
  const { name, output: at } = layerFor(verb, model, options.layer);
  const method = options.method ?? 'gradCam';
  let size: [number, number] = [0, 0];

  showHeat(here, {
    one,
    classifier,
    wanted,
    options,
    compute(x, own) {
      const maps = valueOf(at, given(one, x));
      size = [maps.shape[1] ?? 0, maps.shape[2] ?? 0];
      const score = (value: tf.Tensor): tf.Scalar =>
        own.mul(classifier.logits([...given(one, x), { at, value }])).sum();
      const slope = tf.grad(score)(maps);
      const weights = method === 'gradCam' ? slope.mean([1, 2], true) : slope;
      return weights.mul(maps).sum(-1).relu();
    },
    heats: (values) => [heatOf(say(`lab.gradCam.${method}`), values, size, boxOf(at, one))],
    title: say(`lab.gradCam.${method}`),
    facts: (values) => [
      say('lab.gradCam.layer', { name, rows: size[0], columns: size[1] }),
      ...(values.every((value) => value === 0) ? [say('lab.gradCam.nothing')] : []),
    ],
  });
}

/** The layer that a reader chose, or the last with the resolution of the last convolution. */
function layerFor(verb: string, model: tf.LayersModel, choice: LayerChoice | undefined): LayerOutput {
  if (choice !== undefined) {
    const layer = findLayer(verb, model, choice);
    const output = outputOf(model, layer);
    if (output.rank === 4) return { layer, output, name: layer.name };
    throw new TypeError(say('lab.gradCam.rank', { name: layer.name, shape: shapeText(output.shape) }));
  }
  const maps = outputsOf(model).filter(
    ({ layer, output }) => output.rank === 4 && !/InputLayer|Dropout|Noise/.test(layer.getClassName()),
  );
  const last = maps.findLast(({ layer }) => layer.getClassName().includes('Conv')) ?? maps.at(-1);
  if (!last) throw new TypeError(say('lab.gradCam.none', { name: model.name }));
  const places = ({ output }: LayerOutput): string => String(output.shape.slice(1, 3));
  return maps.findLast((one) => places(one) === places(last)) ?? last;
}
