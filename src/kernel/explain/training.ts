import { say } from '../../words';
import type { Shape } from './failed-call';
import type { Mistake } from './mistake';
import { imageCure, readShape, shapeText } from './shape';

/** Compiling, training and using models: what they take, and what belongs together. */
export const trainingMistakes: Mistake[] = [
  {
    says: /The model needs to be compiled before being used/,
    hint: () => say('explain.notCompiled'),
  },
  {
    says: /it should have one entry per model output.*you passed loss=(.*?)\.$/,
    hint: ([, given = '']) => (given === '' ? say('explain.noLoss') : undefined),
  },
  {
    says: /reading 'minimize'|User-defined optimizer must be an instance of tf\.Optimizer/,
    hint: () => say('explain.noOptimizer'),
  },
  {
    says: /expected (\S+) to have (\d+) dimension\(s\)[.,] but got array with shape (.*)$/,
    hint: ([, , , shape = ''], call) => inputHint(readShape(shape), call?.takes?.[0]),
  },
  {
    says: /expected \S+ to have shape \[(.*?)\],? but got array with shape \[(.*?)\]/,
    hint: ([, wanted = '', shape = '']) => inputHint(readShape(shape), readShape(wanted)),
  },
  {
    says: /^(input|target) expected a batch of elements where each example has shape \[(.*?)\].*each with shape \[(.*?)\] \(tensor shape \[(.*?)\]\)/,
    hint: ([, which, each = '', given = '', whole = '']) =>
      which === 'input'
        ? inputHint(readShape(whole), [null, ...readShape(each)])
        : labelHint(readShape(each), readShape(given), readShape(whole)),
  },
  {
    says: /Found (\d+) input sample\(s\) and (\d+) target sample\(s\)/,
    hint: ([, inputs = '', labels = '']) => say('explain.samples', { inputs: Number(inputs), labels: Number(labels) }),
  },
  {
    says: /the Array of Tensors that you are passing to your model is not the size the the model expected/,
    hint: (_, call) => call && say('explain.noTensor', { method: call.name }),
  },
  {
    says: /Cannot start training because another fit\(\) call is ongoing/,
    hint: () => say('explain.fitting'),
  },
  {
    says: /Cannot read properties of null \(reading 'shape'\)/,
    hint: (_, call) => (/^(fit|evaluate|trainOnBatch)$/.test(call?.name ?? '') ? say('explain.noLabels') : undefined),
  },
  {
    says: /When passing validation data, it must contain 2/,
    hint: () => say('explain.validationData'),
  },
  {
    says: /A Dataset iterator for fitDataset\(\) is expected to generate objects of the form/,
    hint: () => say('explain.dataset'),
  },
];

function inputHint(given: Shape, wanted: Shape | undefined): string | undefined {
  if (!wanted) return undefined;
  return say('explain.takes', { wanted: shapeText(wanted), shape: shapeText(given), cure: inputCure(given, wanted) });
}

function inputCure(given: Shape, wanted: Shape): string {
  const fits = (whole: Shape): boolean =>
    whole.length === wanted.length && whole.every((size, axis) => axis === 0 || size === wanted[axis]);
  if (fits([null, ...given])) return say('explain.cure.one');
  if (wanted.length === 4 && given.length !== 4) return imageCure(given);
  if (fits([...given, 1])) return say('explain.cure.greyPictures');
  if (given.length !== wanted.length) return say('explain.cure.axes');
  return say(given.at(-1) === wanted.at(-1) ? 'explain.cure.resize' : 'explain.cure.channels');
}

/** @param each the shape that the model gives per example; @param given that of the labels; @param whole with their batch */
function labelHint(each: Shape, given: Shape, whole: Shape): string {
  const [wanted, has] = [each.at(-1) ?? 1, given.at(-1) ?? 1];
  const shapes = { each: shapeText([null, ...each]), labels: shapeText(whole), wanted, has };
  if (each.length === 1 && has === 1) return say('explain.labels.classes', shapes);
  if (each.length === 1 && wanted === 1) return say('explain.labels.oneHot', shapes);
  return say(each.length === given.length ? 'explain.labels.width' : 'explain.labels.shape', shapes);
}
