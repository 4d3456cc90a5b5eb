import * as tf from '@tensorflow/tfjs';
import type { Heat } from '../../protocol';
import { say } from '../../words';
import type { ClassOptions } from '../model/class-options';
import { className, type Classifier } from '../model/classifier';
import { numberText } from '../values/number-text';
import { given, pictureOf, type OneImage } from '../model/one-image';
import { floats, read } from '../values/read';
import type { Stage } from '../stage';

/** A heat to compute and show. */
export interface HeatPlan {
  one: OneImage;
  classifier: Classifier;
  /** The class to explain; undefined for the model's first guess. */
  wanted: number | undefined;
  options: ClassOptions;
  /** The heat of one class on the image `x`; `own` [1, classes] is 1 for the class and 0 elsewhere. Runs in a tidy. */
  compute(x: tf.Tensor4D, own: tf.Tensor2D): tf.Tensor;
  heats(values: Float32Array): Heat[];
  title: string;
  facts(values: Float32Array): string[];
}

/** Computes the heat of one class on one image and shows it. If the backend can only answer later, a line holds the place. */
export function showHeat(here: Stage, plan: HeatPlan): void {
  const { one, classifier, options } = plan;
  const { count } = classifier;
  let slot: string | undefined;
  read(
    () => {
      const x = one.tensor();
      const logits = classifier.logits(given(one, x));
      const shares = classifier.shares(logits);
      const index = plan.wanted === undefined ? logits.argMax(1) : tf.tensor1d([plan.wanted], 'int32');
      const own = tf.oneHot(index, count).cast('float32').as2D(1, count);
      return tf.concat([shares.flatten(), index.cast('float32'), x.flatten(), plan.compute(x, own).flatten()]);
    },
    (values) => {
      const all = floats(values);
      const index = all[count] ?? 0;
      const pixels = tf.util.sizeFromShape(one.shape);
      const heat = all.slice(count + 1 + pixels);
      const name = className(options.classes, index);
      const [, height, width] = one.shape;
      slot = here.emit(
        {
          kind: 'overlay',
          title: options.title ?? `${plan.title} · ${name}`,
          image: pictureOf(all.slice(count + 1, count + 1 + pixels), one.shape),
          height,
          width,
          heats: plan.heats(heat),
          facts: [say('lab.heat.share', { name, share: numberText((all[index] ?? 0) * 100, 1) }), ...plan.facts(heat)],
        },
        slot,
      );
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: plan.title, type: 'other' } })),
  );
}
