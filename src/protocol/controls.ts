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
