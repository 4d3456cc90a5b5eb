import { controlPictureSchema, controlValueSchema, type ControlPicture, type ControlValue } from '../controls';
import { among, list, literal, maybe, name, real, shape, side, title, variants, where, type Schema } from '../schema';

/** Something that the reader can move; the cell runs again with the new value. If the page's value differs, the page's is newer. */
export interface ControlOutput {
  kind: 'control';
  /** Its name, and its id within the cell. */
  label: string;
  control: ControlShape;
  /** The value that the run used; absent for a picture that was never given. */
  value?: ControlValue;
}

export type ControlShape =
  | { type: 'slider'; least: number; most: number; step: number }
  | { type: 'select'; choices: string[] }
  | { type: 'toggle' }
  /** Its value is how often it was pressed. */
  | { type: 'button' }
  /** White strokes on black; `samples` can be picked without a pointer. */
  | { type: 'pad'; size: number; samples: ControlPicture[] }
  | { type: 'image'; width: number; height: number; channels: 1 | 3 }
  /** `accept` says which files are offered, as in the HTML attribute of that name: `.json,.bin`. Empty: all. */
  | { type: 'files'; accept: string };

type Shape<Type extends ControlShape['type']> = Extract<ControlShape, { type: Type }>;

const shapeSchema: Schema<ControlShape> = variants<ControlShape, 'type'>('type', {
  slider: shape<Shape<'slider'>>({ type: literal('slider'), least: real, most: real, step: real }),
  select: shape<Shape<'select'>>({ type: literal('select'), choices: list(title) }),
  toggle: shape<Shape<'toggle'>>({ type: literal('toggle') }),
  button: shape<Shape<'button'>>({ type: literal('button') }),
  pad: where(
    shape<Shape<'pad'>>({ type: literal('pad'), size: side, samples: list(controlPictureSchema) }),
    ({ size, samples }) => samples.every(({ width, height }) => width === size && height === size),
  ),
  image: shape<Shape<'image'>>({ type: literal('image'), width: side, height: side, channels: among(1, 3) }),
  files: shape<Shape<'files'>>({ type: literal('files'), accept: title }),
});

export const controlSchema: Schema<ControlOutput> = shape<ControlOutput>({
  kind: literal('control'),
  label: name,
  control: shapeSchema,
  value: maybe(controlValueSchema),
});
