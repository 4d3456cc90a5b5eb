import * as tf from '@tensorflow/tfjs';
import type { UnitFields } from '../../protocol';
import { say } from '../../words';
import { effectiveField, spanOf } from './effective-field';
import type { Field } from './field';
import { fieldOf } from './field-axis';
import { heatOf } from './heat';
import { pictureOf, type OneImage } from '../model/one-image';
import { numberText } from '../values/number-text';
import { floats, read } from '../values/read';
import type { Stage } from '../stage';

/** A unit whose field is to be shown. */
export interface Unit {
  title: string;
  /** The output of its layer. */
  at: tf.SymbolicTensor;
  input: tf.SymbolicTensor;
  field: Field;
  /** Its indices in the output of its layer. */
  place: readonly [number, ...number[]];
  /** The shape of one image, [1, height, width, channels]. */
  shape: OneImage['shape'];
  /** The images over which to measure, [n, height, width, channels]. Call it in a tidy. */
  images(): tf.Tensor;
  /** Whether to draw the first image below the heat. */
  drawn: boolean;
}

/** Measures which pixels a unit depends on, and shows them with the field that follows from the layers. */
export function showUnit(here: Stage, { title, at, input, field, place, shape, images: imagesOf, drawn }: Unit): void {
  const [, height, width] = shape;
  const [rows, columns] = field.axes;
  const chosen: [number, number] = [place[0], field.shape.length === 3 ? (place[1] ?? 0) : 0];
  const frame = [fieldOf(rows, chosen[0]), fieldOf(columns, chosen[1])] as const;
  const pixels = height * width;
  let slot: string | undefined;
  read(
    () => {
      const images = imagesOf();
      const parts = effectiveField(at, input, images, place);
      const first = tf.slice(images, [0, 0, 0, 0], [1, -1, -1, -1]);
      return tf.concat([...parts, first].map((part) => part.flatten()));
    },
    (values) => {
      const all = floats(values);
      const fields: UnitFields = { rows: { ...rows }, columns: { ...columns }, chosen };
      slot = here.emit(
        {
          kind: 'overlay',
          title,
          ...(drawn && { image: pictureOf(all.slice(2 * pixels), shape) }),
          height,
          width,
          heats: [heatOf(say('lab.receptiveField.heat'), all.slice(0, pixels), [height, width])],
          facts: [
            theoryWords(frame, field),
            effectWords(all.subarray(pixels, 2 * pixels), seen(frame[0], height) * seen(frame[1], width)),
          ],
          fields,
        },
        slot,
      );
    },
    () => (slot = here.emit({ kind: 'tree', root: { text: title, type: 'other' } })),
  );
}

type Span = ReturnType<typeof fieldOf>;

function theoryWords([rows, columns]: readonly [Span, Span], { axes }: Field): string {
  return say('lab.receptiveField.theory', {
    height: rows.size,
    width: columns.size,
    rows: spanText(rows),
    columns: spanText(columns),
    jump: [...new Set(axes.map(({ jump }) => numberText(jump, 3)))].join(' × '),
  });
}

function effectWords(energy: Float32Array, area: number): string {
  const count = spanOf(energy, 0.95);
  if (count === 0) return say('lab.receptiveField.silent');
  return say('lab.receptiveField.effect', {
    count,
    share: numberText((count / area) * 100, 0),
    side: numberText(Math.sqrt(count), 1),
  });
}

function spanText({ start, size }: Span): string {
  return `${start} … ${start + size - 1}`.replaceAll('-', '−');
}

/** How many pixels of a span are inside the image. */
function seen({ start, size }: Span, length: number): number {
  return Math.max(0, Math.min(length, start + size) - Math.max(0, start));
}
