import * as tf from '@tensorflow/tfjs';

/** The layer whose numbers a model gives, as far as hints need it. */
interface OutputLayer {
  name: string;
  /** As in its options: `softmax`, `linear`. */
  activation: string;
  /** Numbers along the last axis. */
  classes: number | null;
}

/** Layers with an activation of their own; of others, such as a pooling, we do not know what their numbers are. */
const activated = /^(Dense|Conv[123]D|Conv[23]DTranspose|SeparableConv2D|DepthwiseConv2D|Activation)$/;

/** The last layer of a model with one output; undefined where there are several, or where it has no activation. */
export function outputLayer(model: tf.LayersModel): OutputLayer | undefined {
  const [output] = model.outputs;
  if (!output || model.outputs.length > 1) return undefined;
  const { sourceLayer } = output;
  if (sourceLayer instanceof tf.LayersModel) return outputLayer(sourceLayer);
  const kind = sourceLayer.getClassName();
  const classes = output.shape.at(-1) ?? null;
  if (kind === 'Softmax') return { name: sourceLayer.name, activation: 'softmax', classes };
  const activation = activated.test(kind) ? sourceLayer.getConfig()['activation'] : undefined;
  return typeof activation === 'string' ? { name: sourceLayer.name, activation, classes } : undefined;
}
