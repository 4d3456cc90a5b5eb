import { bounds } from './bounds';
import { among, bytes, either, flag, list, name, real, shape, side, text, where, type Schema } from './schema';

/** What the reader has set in a cell's controls, by label; a control that was never moved is absent. */
export type Controls = Readonly<Record<string, ControlValue>>;

export type ControlValue = number | string | boolean | ControlPicture | ControlFiles;

/** A drawing or a photograph: bytes, [height, width, channels] row-major. */
export interface ControlPicture {
  width: number;
  height: number;
  channels: 1 | 3;
  values: Uint8Array;
}

/** The reader's files, in order of their names. */
export interface ControlFiles {
  files: { name: string; bytes: Uint8Array }[];
}

export const controlPictureSchema: Schema<ControlPicture> = where(
  shape<ControlPicture>({ width: side, height: side, channels: among(1, 3), values: bytes }),
  ({ width, height, channels, values }) => values.length === width * height * channels,
);

const controlFilesSchema: Schema<ControlFiles> = shape<ControlFiles>({
  files: list(shape<ControlFiles['files'][number]>({ name, bytes }), bounds.files),
});

export const controlValueSchema: Schema<ControlValue> = either(
  either(either(real, text), flag),
  either(controlPictureSchema, controlFilesSchema),
);
