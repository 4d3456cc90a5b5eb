import { say } from '../../words';
import { atLeast, ends, finite, oneOf, text, whole, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import type { ClassNames } from '../model/classifier';

/** How `maximize` climbs. */
export interface MaximizeOptions {
  /**
   * What to maximize in a map, before the activation: the unit in the `middle`, or the mean over `all` places, in which a value
   * below zero counts a twentieth. It does not matter for a Dense unit. Default: `middle`.
   */
  places?: 'middle' | 'all';
  /** The number of steps. Default: 200. */
  steps?: number;
  /** The seed of the noise and the shifts: the same seed gives the same image. Default: 1. */
  seed?: number;
  /** The largest random shift of the image before each step, in pixels. Default: 0 for the unit in the middle, otherwise 2. */
  jitter?: number;
  /** Pull of each pixel towards the middle of the range; the unit's gradient pulls with 1. Default: 0.1. */
  l2?: number;
  /** Pull of each pixel towards its neighbours (total variation); the unit's gradient pulls with 1. Default: 0.2. */
  tv?: number;
  /** The size of the first step, as a fraction of the range; later steps are smaller. Default: 0.05. */
  rate?: number;
  /** The smallest and the largest value of a pixel. Default: [0, 1]. */
  range?: [number, number];
  /** `[height, width]` of the image in pixels, for a model that takes any size. Default: [64, 64]. */
  size?: [number, number];
  /** Names of the layer's units, such as the classes. Default: their indices. */
  classes?: ClassNames;
  /** A line above the output. Default: the layer and its channel or unit. */
  title?: string;
}

/** The rules of `MaximizeOptions`. */
export const maximizeRules: Rules<MaximizeOptions> = {
  places: oneOf('middle', 'all'),
  steps: whole(1),
  seed: finite,
  jitter: whole(0),
  l2: atLeast(0),
  tv: atLeast(0),
  rate: atLeast(0),
  range: ends,
  size: {
    test: (value) => Array.isArray(value) && value.length === 2 && value.every((side) => whole(1).test(side)),
    wanted: () => say('lab.want.size'),
  },
  classes: names,
  title: text,
};
