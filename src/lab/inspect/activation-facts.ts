import { say } from '../../words';
import { numberText, printed } from '../values/number-text';

/** What an activation does to real inputs. */
export interface ActivationNumbers {
  /** The inputs, [n, …, channels], and the activation's slope at each of them. */
  before: Float32Array;
  slopes: Float32Array;
  channels: number;
  images: number;
  /** The largest slope of the activation. */
  steepest: number;
}

/** A slope below this fraction of the largest passes hardly any gradient. */
const SATURATED = 0.05;

/** What an activation does to the gradient of its inputs, in words, and the channels that are dead. */
export function factsOf({ before, slopes, channels, images, steepest }: ActivationNumbers): {
  words: string[];
  dead: Set<number>;
} {
  const alive = new Set<number>();
  let flat = 0;
  let weak = 0;
  let sum = 0;
  let squares = 0;
  slopes.forEach((slope, at) => {
    if (slope === 0) flat += 1;
    else alive.add(at % channels);
    if (Math.abs(slope) < SATURATED * steepest) weak += 1;
    const x = before[at] ?? 0;
    sum += x;
    squares += x * x;
  });
  const dead = new Set(
    Array.from({ length: channels }, (_, channel) => channel).filter((channel) => !alive.has(channel)),
  );
  const mean = sum / slopes.length;
  const deviation = Math.sqrt(Math.max(0, squares / slopes.length - mean * mean));
  const percent = (count: number): string => numberText((count / slopes.length) * 100, 1);
  return {
    dead,
    words: [
      say('lab.activationView.dead', { dead: dead.size, channels, images }),
      say('lab.activationView.flat', { share: percent(flat) }),
      ...(weak > flat ? [say('lab.activationView.weak', { share: percent(weak), part: SATURATED * 100 })] : []),
      say('lab.activationView.inputs', { mean: printed(mean, 3), deviation: printed(deviation, 3) }),
    ],
  };
}
