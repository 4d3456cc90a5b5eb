import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';

interface Options {
  /** Into how many groups the channels are divided; −1 for a group of its own for each. */
  groups?: number;
  /** The axis of the channels. */
  axis?: number;
  epsilon?: number;
  /** Whether an offset β per channel is added. */
  center?: boolean;
  /** Whether a factor γ per channel is applied. */
  scale?: boolean;
  [name: string]: unknown;
}
type Shape = (number | null)[];

/**
 * Group normalization: each picture by itself, over the places and channels of each group (Wu & He 2018). With one group it is layer
 * normalization over the picture, with a group per channel instance normalization. tfjs has no such layer; options and defaults are
 * Keras's (layers/normalization/group_normalization.py).
 */
export class GroupNormalization extends tf.layers.Layer {
  static className = 'GroupNormalization';
  readonly #options: Required<Pick<Options, 'groups' | 'axis' | 'epsilon' | 'center' | 'scale'>>;
  #gamma?: ReturnType<tf.layers.Layer['addWeight']>;
  #beta?: ReturnType<tf.layers.Layer['addWeight']>;

  constructor({ groups = 32, axis = -1, epsilon = 1e-3, center = true, scale = true, ...options }: Options = {}) {
    super(options);
    this.#options = { groups, axis, epsilon, center, scale };
    this.supportsMasking = true;
  }

  override build(shape: tf.Shape | tf.Shape[]): void {
    const { center, scale } = this.#options;
    const { channels } = this.#sizes(shape as Shape);
    if (scale) this.#gamma = this.addWeight('gamma', [channels], 'float32', tf.initializers.ones());
    if (center) this.#beta = this.addWeight('beta', [channels], 'float32', tf.initializers.zeros());
    super.build(shape);
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [x] = [inputs].flat();
      if (!x) throw new TypeError('a layer was called without a tensor');
      const { axis, channels, groups } = this.#sizes(x.shape);
      const split = [...x.shape.slice(0, axis), groups, channels / groups, ...x.shape.slice(axis + 1)];
      const grouped = x.reshape(split);
      const within = split.map((_, at) => at).filter((at) => at !== 0 && at !== axis);
      const { mean, variance } = tf.moments(grouped, within, true);
      const normal = grouped.sub(mean).div(variance.add(this.#options.epsilon).sqrt()).reshape(x.shape);
      const perChannel = x.shape.map((size, at) => (at === axis ? size : 1));
      const scaled = this.#gamma ? normal.mul(this.#gamma.read().reshape(perChannel)) : normal;
      return this.#beta ? scaled.add(this.#beta.read().reshape(perChannel)) : scaled;
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.#options };
  }

  #sizes(shape: Shape): { axis: number; channels: number; groups: number } {
    const axis = this.#options.axis < 0 ? this.#options.axis + shape.length : this.#options.axis;
    const channels = shape[axis] ?? 0;
    const groups = this.#options.groups === -1 ? channels : this.#options.groups;
    if (!Number.isInteger(groups) || groups < 1 || channels % groups !== 0)
      throw new RangeError(say('repairs.groups', { channels, groups }));
    return { axis, channels, groups };
  }
}
tf.serialization.registerClass(GroupNormalization);
