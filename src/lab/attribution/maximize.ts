import * as tf from '@tensorflow/tfjs';
import type { Frame, FramesOutput } from '../../protocol';
import { inBrackets, say } from '../../words';
import { climb, noise, shake, type Climb, type Shape } from './ascent';
import { breathe } from '../values/breathe';
import { checkOptions } from '../values/check-options';
import type { ClassChoice, ClassNames } from '../model/classifier';
import { describe, shapeText } from '../values/describe';
import { checkModel, findLayer, type LayerChoice } from '../model/find-layer';
import { generator } from '../values/generator';
import { outputOf } from '../model/layer-output';
import { maximizeRules, type MaximizeOptions } from './maximize-options';
import { printed } from '../values/number-text';
import { pictureInput, pictureOf } from '../model/one-image';
import { pictureWidth } from '../values/pictures';
import { roll } from './roll';
import { stage } from '../stage';
import { excitement, uphill, type Ahead } from './uphill';

/** Limit for the images that are kept on the way, the first included. */
const FRAMES = 25;
/** Milliseconds between two updates of the output. */
const PAUSE = 120;

/**
 * Activation maximization: starts from an image of noise and changes it step by step until it excites a unit as much as
 * possible. For a convolution layer this is the unit in the middle of a channel's map, which depends on its receptive field
 * only. The result shows what excites the unit, not what the unit was trained on. Stop keeps the image reached so far.
 *
 * ```ts
 * await maximize(model, 'conv2d_2', 5)
 * await maximize(model, -1, 'bag', { classes: data.classes, steps: 300, tv: 0.3 })
 * ```
 *
 * @param model a built layers model with one input `[h, w, c]`
 * @param layer a layer's name, its index from 0 (−1 is the last) or the layer itself
 * @param channel the channel's or unit's index from 0, or its name in `classes`
 * @param options see `MaximizeOptions`
 * @throws RangeError for an unknown layer or channel
 * @throws TypeError for a layer whose output is neither `[n, h, w, c]` nor `[n, units]`, or for an unknown option
 * @see Olah, Mordvintsev, Schubert, Feature visualization, Distill 2017, doi 10.23915/distill.00007
 */
export async function maximize(
  model: tf.LayersModel,
  layer: LayerChoice,
  channel: ClassChoice,
  options: MaximizeOptions = {},
): Promise<void> {
  const here = stage();
  const { at, input, unit, shape, title } = targetOf(model, layer, channel, options);
  const {
    places = 'middle',
    steps = 200,
    seed = 1,
    jitter = at.rank === 4 && places === 'middle' ? 0 : 2,
    l2 = 0.1,
    tv = 0.2,
    rate = 0.05,
    range = [0, 1],
  } = options;
  const climbing: Climb = { range, rate, l2, tv, jitter };
  const random = generator(seed);

  const frames: Frame[] = [];
  const every = Math.ceil(steps / (FRAMES - 1));
  let x = noise(shape, range, random);
  let slot: string | undefined;
  /** When the output was last updated, in milliseconds. */
  let shown = -Infinity;
  const show = (seen: readonly Frame[], running: boolean): void => {
    slot = here.give(framesOf(title, seen, shape, running), slot);
    shown = performance.now();
  };
  const frameOf = (step: number, image: Float32Array, { value, slope }: Ahead): Frame => {
    const picture = { ...pictureOf(image, [1, ...shape]), range };
    const flat = slope.every((own) => own === 0) ? ` · ${say('lab.maximize.flat')}` : '';
    const title = `${say('lab.maximize.step', { step, value: printed(value, 3) })}${flat}`;
    return { title, images: [picture] };
  };
  const excited = excitement(at, input, unit, places);
  for (let step = 0; step <= steps; step++) {
    await breathe();
    const shift = shake(jitter, random);
    const ahead = await uphill(excited, roll(x, shape, shift), shape);
    const stopped = here.stopped();
    const kept = step % every === 0 || step === steps || stopped;
    const look = performance.now() - shown >= PAUSE;
    const frame = kept || look ? [frameOf(step, x, ahead)] : [];
    if (kept) frames.push(...frame);
    if (stopped) break;
    if (look) show(kept ? frames : [...frames, ...frame], true);
    // The steps become smaller and smaller, so that the image settles.
    x = climb(x, ahead.slope, shape, shift, { ...climbing, rate: rate * (1 - (0.95 * step) / steps) });
  }
  show(frames, false);
}

/** Copies, which are given to the page: each look sends all frames, and structured cloning takes several times longer. */
function framesOf(title: string, frames: readonly Frame[], [, width]: Shape, running: boolean): FramesOutput {
  const copies = frames.map((frame) => ({
    ...frame,
    images: frame.images.map((image) => ({ ...image, values: image.values.slice() })),
  }));
  return { kind: 'frames', title, frames: copies, width: pictureWidth(width, 1), running };
}

/** What to maximize: a unit of the layer's output `at`, by an image of this shape at the model's input. */
interface Target {
  at: tf.SymbolicTensor;
  input: tf.SymbolicTensor;
  unit: number;
  shape: Shape;
  title: string;
}

function targetOf(model: tf.LayersModel, layer: LayerChoice, channel: ClassChoice, options: MaximizeOptions): Target {
  const verb = 'maximize';
  checkOptions(verb, options, maximizeRules);
  checkModel(verb, model);
  const input = pictureInput(verb, model);
  const chosen = findLayer(verb, model, layer);
  const { name } = chosen;
  const at = outputOf(model, chosen);
  if (at.rank !== 4 && at.rank !== 2) {
    throw new TypeError(say('lab.maximize.rank', { name, shape: shapeText(at.shape) }));
  }
  const unit = unitOf(name, channel, options.classes, at.shape.at(-1) ?? 0);
  const key = at.rank === 4 ? 'lab.maximize.channelTitle' : 'lab.maximize.unitTitle';
  const title = options.title ?? say(key, { name, unit: options.classes?.[unit] ?? unit });
  return { at, input, unit, shape: shapeOf(input, options.size), title };
}

function unitOf(name: string, channel: ClassChoice, classes: ClassNames | undefined, count: number): number {
  const named = typeof channel === 'string' ? (classes ?? []).findIndex((one) => String(one) === channel) : -1;
  const unit = named >= 0 ? named : channel;
  if (typeof unit === 'number' && Number.isInteger(unit) && unit >= 0 && unit < count) return unit;
  const list = inBrackets((classes ?? []).map(String));
  throw new RangeError(say('lab.maximize.channel', { name, channel: describe(channel), last: count - 1, list }));
}

function shapeOf({ shape }: tf.SymbolicTensor, size: [number, number] | undefined): Shape {
  const [, height, width, channels] = shape;
  return [height ?? size?.[0] ?? 64, width ?? size?.[1] ?? 64, channels ?? 3];
}
