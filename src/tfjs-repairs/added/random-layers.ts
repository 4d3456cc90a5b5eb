import * as tf from '@tensorflow/tfjs';
import { movePixels, type Filling, type Places } from './move-pixels';

/** A number f stands for −f to f. */
type Factor = number | [lowest: number, highest: number];
interface Base {
  seed?: number;
  [name: string]: unknown;
}
type FillOptions = Base & Partial<Filling>;
export interface FlipOptions extends Base {
  mode?: 'horizontal' | 'vertical' | 'horizontalAndVertical';
}
export interface RotationOptions extends Base, Partial<Filling> {
  /** The share of a whole turn, counter-clockwise. */
  factor: Factor;
}
export interface TranslationOptions extends Base, Partial<Filling> {
  /** The share of the height by which a picture moves down. */
  heightFactor: Factor;
  /** The share of the width by which it moves to the right. */
  widthFactor: Factor;
}
export interface ZoomOptions extends Base, Partial<Filling> {
  /** The share of the height that is added to what is seen: below 0 the picture becomes larger. */
  heightFactor: Factor;
  /** The same for the width. By default the picture keeps its proportions. */
  widthFactor?: Factor;
}
export interface ContrastOptions extends Base {
  /** How much the contrast may fall below 1, and rise above it; a number f stands for [0, f]. */
  factor: Factor;
  /** Where the values are cut off. */
  valueRange?: [number, number];
}

/**
 * A layer that changes each picture `[batch, height, width, channels]` by chance while training and passes it on otherwise. tfjs has no such
 * layers; options, defaults and transformations are Keras's (layers/preprocessing/image_preprocessing), their names tfjs's.
 */
abstract class RandomLayer<Options extends Base> extends tf.layers.Layer {
  readonly #own: Record<string, unknown>;
  #calls = 0;

  constructor(protected readonly options: Options) {
    const { seed, name, inputShape, batchInputShape, batchSize, dtype, trainable, ...own } = options;
    const base = { name, inputShape, batchInputShape, batchSize, dtype, trainable };
    super(Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined)));
    this.#own = { ...own, ...(seed !== undefined && { seed }) };
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], { training = false }: { training?: boolean }): tf.Tensor {
    const [x] = [inputs].flat() as tf.Tensor4D[];
    if (!x) throw new TypeError('a layer was called without a tensor');
    return training ? tf.tidy(() => this.change(x.toFloat())) : x.clone();
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), ...(this.#own as tf.serialization.ConfigDict) };
  }

  protected abstract change(images: tf.Tensor4D): tf.Tensor;

  /** A number for each picture, `[batch, 1]`. */
  protected draw(images: tf.Tensor4D, [lowest, highest]: [number, number]): tf.Tensor2D {
    const { seed } = this.options;
    const own = seed === undefined ? undefined : seed + this.#calls++;
    return tf.randomUniform([images.shape[0], 1], lowest, highest, 'float32', own);
  }
}

/** Layers that move pixels. */
abstract class RandomMove<Options extends FillOptions> extends RandomLayer<Options> {
  protected abstract places(images: tf.Tensor4D): Places;

  protected override change(images: tf.Tensor4D): tf.Tensor {
    const { fillMode = 'reflect', fillValue = 0, interpolation = 'bilinear' } = this.options;
    return movePixels(images, this.places(images), { fillMode, fillValue, interpolation });
  }
}

const rangeOf = (factor: Factor): [number, number] => (typeof factor === 'number' ? [-factor, factor] : factor);

export class RandomRotation extends RandomMove<RotationOptions> {
  static className = 'RandomRotation';

  protected override places(images: tf.Tensor4D): Places {
    const [down, across] = [images.shape[1] - 1, images.shape[2] - 1];
    const angle = this.draw(images, rangeOf(this.options.factor)).mul<tf.Tensor2D>(2 * Math.PI);
    const [cos, sin] = [angle.cos<tf.Tensor2D>(), angle.sin<tf.Tensor2D>()];
    // The middle of the picture stays where it is.
    const right = cos.mul(across).sub(sin.mul(down)).neg().add(across).div<tf.Tensor2D>(2);
    const below = sin.mul(across).add(cos.mul(down)).neg().add(down).div<tf.Tensor2D>(2);
    return { a: [cos, sin.neg(), right], b: [sin, cos, below] };
  }
}

export class RandomTranslation extends RandomMove<TranslationOptions> {
  static className = 'RandomTranslation';

  protected override places(images: tf.Tensor4D): Places {
    const [, height, width] = images.shape;
    const down = this.draw(images, rangeOf(this.options.heightFactor)).mul<tf.Tensor2D>(-height);
    const right = this.draw(images, rangeOf(this.options.widthFactor)).mul<tf.Tensor2D>(-width);
    const [ones, zeros] = [tf.onesLike(down), tf.zerosLike(down)];
    return { a: [ones, zeros, right], b: [zeros, ones, down] };
  }
}

export class RandomZoom extends RandomMove<ZoomOptions> {
  static className = 'RandomZoom';

  protected override places(images: tf.Tensor4D): Places {
    const { heightFactor, widthFactor } = this.options;
    const tall = this.draw(images, rangeOf(heightFactor)).add<tf.Tensor2D>(1);
    const wide = widthFactor === undefined ? tall : this.draw(images, rangeOf(widthFactor)).add<tf.Tensor2D>(1);
    const rest = (zoom: tf.Tensor2D, size: number): tf.Tensor2D => tf.sub(1, zoom).mul((size - 1) / 2);
    const zeros = tf.zerosLike(tall);
    return { a: [wide, zeros, rest(wide, images.shape[2])], b: [zeros, tall, rest(tall, images.shape[1])] };
  }
}

export class RandomFlip extends RandomLayer<FlipOptions> {
  static className = 'RandomFlip';

  protected override change(images: tf.Tensor4D): tf.Tensor {
    const { mode = 'horizontalAndVertical' } = this.options;
    const axes = [...(mode === 'horizontal' ? [] : [1]), ...(mode === 'vertical' ? [] : [2])];
    const isFlipped = this.draw(images, [0, 1]).lessEqual(0.5).reshape([images.shape[0], 1, 1, 1]);
    return tf.where(isFlipped, images.reverse(axes), images);
  }
}

export class RandomContrast extends RandomLayer<ContrastOptions> {
  static className = 'RandomContrast';

  protected override change(images: tf.Tensor4D): tf.Tensor {
    const { factor, valueRange: [lowest, highest] = [0, 255] } = this.options;
    const [less, more] = typeof factor === 'number' ? [0, factor] : factor;
    const contrast = this.draw(images, [1 - less, 1 + more]).reshape([images.shape[0], 1, 1, 1]);
    const mean = images.mean([1, 2], true);
    return images.sub(mean).mul(contrast).add(mean).clipByValue(lowest, highest);
  }
}
for (const layer of [RandomRotation, RandomTranslation, RandomZoom, RandomFlip, RandomContrast])
  tf.serialization.registerClass(layer as tf.serialization.SerializableConstructor<tf.layers.Layer>);
