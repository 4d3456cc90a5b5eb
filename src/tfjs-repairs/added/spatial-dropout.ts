import * as tf from '@tensorflow/tfjs';

interface Options {
  /** The share of the feature maps that are set to zero while training, 0 to 1. */
  rate: number;
  seed?: number;
  [name: string]: unknown;
}

/**
 * Dropout of whole feature maps `[batch, …, channels]` (Tompson et al. 2015). tfjs has no such layer; options are Keras's
 * (layers/regularization/spatial_dropout.py).
 */
class SpatialDropout extends tf.layers.Layer {
  readonly #rate: number;
  readonly #seed: number | undefined;

  constructor({ rate, seed, ...options }: Options) {
    super(options);
    this.#rate = rate;
    this.#seed = seed;
    this.supportsMasking = true;
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], options: { training?: boolean }): tf.Tensor {
    const [x] = [inputs].flat();
    if (!x) throw new TypeError('a layer was called without a tensor');
    if (!options.training || this.#rate === 0) return x.clone();
    const maps = x.shape.map((size, axis) => (axis === 0 || axis === x.rank - 1 ? size : 1));
    return tf.dropout(x, this.#rate, maps, this.#seed);
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.#rate, ...(this.#seed !== undefined && { seed: this.#seed }) };
  }
}

export class SpatialDropout1D extends SpatialDropout {
  static className = 'SpatialDropout1D';
}
export class SpatialDropout2D extends SpatialDropout {
  static className = 'SpatialDropout2D';
}
export class SpatialDropout3D extends SpatialDropout {
  static className = 'SpatialDropout3D';
}
for (const layer of [SpatialDropout1D, SpatialDropout2D, SpatialDropout3D]) tf.serialization.registerClass(layer);
