import { say } from '../../words';
import { atLeast, ends, finite, oneOf, text, whole, type Rules } from '../values/check-options';
import { names } from '../model/class-options';
import type { ClassNames } from '../model/classifier';

export interface MaximizeOptions {
  /**
   * What climbs: the unit in the `middle` of the channel's map (the default), or the mean of the channel over `all`
   * places, where one below zero counts a twentieth. A Dense unit is one anyway. All before the activation.
   */
  places?: 'middle' | 'all';
  /** Steps uphill; 200 without it. */
  steps?: number;
  /** The same seed gives the same image; 1 without it. */
  seed?: number;
  /** Pixels by which the image is shifted at random before each step; without it 2, but 0 for a unit in the middle. */
  jitter?: number;
  /** Pull back to the middle of the range; the unit's own pull is 1. 0.1 without it. */
  l2?: number;
  /** Pull of each pixel towards its neighbours (total variation); 0.2 without it. */
  tv?: number;
  /** Size of a step as a part of the range; 0.05 without it. */
  rate?: number;
  /** Values that a pixel may have; [0, 1] without it. */
  range?: [number, number];
  /** `[height, width]` of the image, for a model that takes any size; 64 × 64 without it. */
  size?: [number, number];
  /** Names of the layer's units, such as the classes. */
  classes?: ClassNames;
  /** A line above the output. */
  title?: string;
}

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
