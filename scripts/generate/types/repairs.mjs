/** Adds what src/tfjs-repairs changes in TensorFlow.js to its types: each step edits the text of tfjs's declarations. */

import { change } from './change.mjs';

const pooling = [
  ...['averagePooling', 'avgPool', 'avgPooling', 'maxPooling'].flatMap((name) => [
    `${name}1d`,
    `${name}2d`,
    `${name}3d`,
  ]),
  'globalAveragePooling2d',
  'globalMaxPooling2d',
  'upSampling2d',
];

const lossWeights = `
	/**
	 * How much the loss of each output counts in the sum that is minimized: a list, or numbers by output name. 1 by default.
	 */
	lossWeights?: number[] | {
		[outputName: string]: number;
	};
}`;

const optimizerOptions = `
/** Learning rate for each step, counted from 0. */
export type LearningRateSchedule = (step: number) => number;
/** What every optimizer of \`tf.train\` takes besides its own numbers. Only one kind of clipping at a time. */
export interface OptimizerOptions {
	/** A number, or a schedule such as \`tf.train.schedules.cosineDecay({ … })\`: any function of the step, counted from 0. */
	learningRate?: number | LearningRateSchedule;
	/** Shortens the gradient of each variable to this length, if it is longer. */
	clipnorm?: number;
	/** Cuts every number of a gradient to this size. */
	clipvalue?: number;
	/** Shortens all gradients together to this length, and keeps their direction. */
	globalClipnorm?: number;
	/** Decoupled weight decay, as in AdamW: each step takes \`learningRate · weightDecay\` of every weight. */
	weightDecay?: number;
}
`;

const own = {
  sgd: ['SGDOptimizer', ''],
  momentum: ['MomentumOptimizer', '\tmomentum?: number;\n\t\tuseNesterov?: boolean;\n'],
  rmsprop: [
    'RMSPropOptimizer',
    '\tdecay?: number;\n\t\tmomentum?: number;\n\t\tepsilon?: number;\n\t\tcentered?: boolean;\n',
  ],
  adam: ['AdamOptimizer', '\tbeta1?: number;\n\t\tbeta2?: number;\n\t\tepsilon?: number;\n'],
  adadelta: ['AdadeltaOptimizer', '\trho?: number;\n\t\tepsilon?: number;\n'],
  adamax: ['AdamaxOptimizer', '\tbeta1?: number;\n\t\tbeta2?: number;\n\t\tepsilon?: number;\n\t\tdecay?: number;\n'],
  adagrad: ['AdagradOptimizer', '\tinitialAccumulatorValue?: number;\n'],
};

const additions = `
	/**
	 * Adam with decoupled weight decay, 0.004 by default: Keras's \`AdamW\` (Loshchilov & Hutter 2017, arXiv:1711.05101).
	 */
	static adamw(options?: OptimizerOptions & {
		beta1?: number;
		beta2?: number;
		epsilon?: number;
	}): AdamOptimizer;
	/** Learning rates that change with the step, for \`learningRate\` in the options of an optimizer. */
	static schedules: {
		/** Along half a cosine from \`initialLearningRate\` to \`alpha\` times as much (0 by default), over \`decaySteps\`; then it stays. With a \`warmupTarget\` it first goes straight up to that in \`warmupSteps\`, and falls from there. */
		cosineDecay(options: { initialLearningRate: number; decaySteps: number; alpha?: number; warmupTarget?: number; warmupSteps?: number }): LearningRateSchedule;
		/** \`initialLearningRate · decayRate^(step / decaySteps)\`; with \`staircase\` only after each \`decaySteps\`. */
		exponentialDecay(options: { initialLearningRate: number; decaySteps: number; decayRate: number; staircase?: boolean }): LearningRateSchedule;
		/** \`values[0]\` up to and with step \`boundaries[0]\`, then \`values[1]\`, and so on: one value more than boundaries. */
		piecewiseConstantDecay(options: { boundaries: number[]; values: number[] }): LearningRateSchedule;
	};
`;

const layers = `
	/**
	 * Group normalization: each picture by itself, over the places and channels of each group (Wu & He 2018). \`groups: -1\` makes a group of
	 * each channel.
	 */
	export function groupNormalization(args?: LayerArgs & {
		/** Into how many groups the channels are divided: 32 by default. */
		groups?: number;
		/** The axis of the channels: the last by default. */
		axis?: number;
		epsilon?: number;
		center?: boolean;
		scale?: boolean;
	}): Layer;
	/** Sets whole feature maps \`[batch, height, width, channels]\` to zero while training, a share of \`rate\` (Tompson et al. 2015). */
	export function spatialDropout2d(args: LayerArgs & { rate: number; seed?: number }): Layer;
	/** The same for \`[batch, depth, height, width, channels]\`. */
	export function spatialDropout3d(args: LayerArgs & { rate: number; seed?: number }): Layer;
	/** Flips each picture by chance while training. */
	export function randomFlip(args?: LayerArgs & {
		/** In which direction: both by default. */
		mode?: "horizontal" | "vertical" | "horizontalAndVertical";
		seed?: number;
	}): Layer;
	/** Turns each picture by chance while training. */
	export function randomRotation(args: LayerArgs & Filling & {
		/** The share of a whole turn, counter-clockwise: \`[lowest, highest]\`, or f for −f to f. */
		factor: number | [lowest: number, highest: number];
	}): Layer;
	/** Moves each picture by chance while training. */
	export function randomTranslation(args: LayerArgs & Filling & {
		/** The share of the height by which a picture moves down: \`[lowest, highest]\`, or f for −f to f. */
		heightFactor: number | [lowest: number, highest: number];
		/** The share of the width by which it moves to the right. */
		widthFactor: number | [lowest: number, highest: number];
	}): Layer;
	/** Makes each picture larger or smaller by chance while training. */
	export function randomZoom(args: LayerArgs & Filling & {
		/** The share of the height that is added to what is seen, \`[lowest, highest]\`, or f for −f to f: below 0 the picture becomes larger. */
		heightFactor: number | [lowest: number, highest: number];
		/** The same for the width. By default the picture keeps its proportions. */
		widthFactor?: number | [lowest: number, highest: number];
	}): Layer;
	/** Changes the contrast of each picture by chance while training. */
	export function randomContrast(args: LayerArgs & {
		/** How much the contrast may fall below 1, and rise above it: \`[less, more]\`, or f for 0 to f. */
		factor: number | [less: number, more: number];
		/** Where the values are cut off: \`[0, 255]\` by default. */
		valueRange?: [lowest: number, highest: number];
		seed?: number;
	}): Layer;
	interface Filling {
		/** What lies outside of a picture: its mirror image by default. */
		fillMode?: "constant" | "reflect" | "wrap" | "nearest";
		/** The value outside with \`fillMode: 'constant'\`: 0 by default. */
		fillValue?: number;
		/** Between pixels: bilinear by default. */
		interpolation?: "bilinear" | "nearest";
		seed?: number;
	}
`;

const metrics = `
	/** Per example 1 where the true class is among the \`k\` likeliest (5 by default), else 0; labels are one-hot. */
	export function topKCategoricalAccuracy(yTrue: Tensor, yPred: Tensor, k?: number): Tensor;
	/** The same for class numbers. */
	export function sparseTopKCategoricalAccuracy(yTrue: Tensor, yPred: Tensor, k?: number): Tensor;
`;

const lossOptions = `{
		/** How much of each label is spread evenly over the classes, 0 to 1. */
		labelSmoothing?: number;
		/** Whether the model gives logits instead of probabilities. */
		fromLogits?: boolean;
	}`;
const losses = `
	/** A loss for \`compile()\`, for one-hot labels. */
	categoricalCrossentropy: (options?: ${lossOptions}) => (yTrue: Tensor, yPred: Tensor) => Tensor;
	/** A loss for \`compile()\`, for labels 0 and 1. */
	binaryCrossentropy: (options?: ${lossOptions}) => (yTrue: Tensor, yPred: Tensor) => Tensor;
`;

/** tfjs's declarations with what the repairs add. */
export function repairTypes(tf) {
  let text = tf;
  for (const name of pooling)
    text = text.replace(new RegExp(`^(declare function ${name}(?:\\$\\d+)?\\(args): `, 'm'), '$1?: ');
  if (!text.includes('declare function globalAveragePooling2d(args?: '))
    throw new Error('tfjs types: poolings have changed');

  text = change(
    text,
    ' | "gelu_new";',
    ' | "gelu_new" | "exponential" | "hardSilu" | "hardSwish" | "leakyRelu" | "silu";',
  );
  const keepDims = '\t/** Whether the pooled axes stay, with one element. */\n\tkeepDims?: boolean;\n';
  text = change(
    text,
    'interface GlobalPooling2DLayerArgs extends LayerArgs {\n',
    `interface GlobalPooling2DLayerArgs extends LayerArgs {\n${keepDims}`,
  );
  for (const name of ['globalAveragePooling1d', 'globalMaxPooling1d'])
    text = change(
      text,
      `declare function ${name}(args?: LayerArgs)`,
      `declare function ${name}(args?: LayerArgs & {\n${keepDims}})`,
    );
  text = change(text, 'declare namespace layers {', `declare namespace layers {${layers}`);
  text = change(text, 'declare namespace metrics {', `declare namespace metrics {${metrics}`);
  text = change(text, 'export declare const losses: {', `export declare const losses: {${losses}`);
  text = change(text, '\n\tprotected learningRate: number;', '\n\tlearningRate: number;');
  text = change(
    text,
    '\tget iterations(): number;\n',
    '\tget iterations(): number;\n\t/** The step size; it may be set while training. */\n\tlearningRate: number;\n\t/** Sets the step size, also while training. */\n\tsetLearningRate(learningRate: number): void;\n',
  );
  text = change(text, '\n\t *\n\t * **`True` is not supported yet.**', '');
  text = change(
    text,
    'callbacks?: BaseCallback[] | CustomCallbackArgs | CustomCallbackArgs[];',
    'callbacks?: BaseCallback | CustomCallbackArgs | (BaseCallback | CustomCallbackArgs)[];',
  );
  text = change(
    text,
    '[outputName: string]: string | LossOrMetricFn;\n\t};\n}',
    `[outputName: string]: string | LossOrMetricFn;\n\t};${lossWeights}`,
  );
  for (const [name, [type, options]] of Object.entries(own)) {
    const overload = `\tstatic ${name}(options: OptimizerOptions${options && ` & {\n\t${options}\t}`}): ${type};\n`;
    const declared = new RegExp(`^\\tstatic ${name}\\([^)]*\\): ${type};\\n`, 'm');
    if (!declared.test(text)) throw new Error(`tfjs types: tf.train.${name} has changed`);
    text = text.replace(declared, (found) => found + overload);
  }
  const start = 'export declare class OptimizerConstructors {';
  return change(text, start, `${optimizerOptions}${start}${additions}`);
}
