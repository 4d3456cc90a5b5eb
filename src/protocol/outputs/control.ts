import type { ControlPicture, ControlValue } from '../controls';

/** Something that the reader can move; the cell runs again with the new value. The page knows values better than the kernel. */
export interface ControlOutput {
  kind: 'control';
  /** Its name, and its id within the cell. */
  label: string;
  control: ControlShape;
  /** The value with which the run went; a picture that was never given is absent. */
  value?: ControlValue;
}

export type ControlShape =
  | { type: 'slider'; least: number; most: number; step: number }
  | { type: 'select'; choices: string[] }
  | { type: 'toggle' }
  /** Its value is how often it was pressed. */
  | { type: 'button' }
  /** White strokes on black; `samples` are there to be picked without a pointer. */
  | { type: 'pad'; size: number; samples: ControlPicture[] }
  | { type: 'image'; width: number; height: number; channels: 1 | 3 }
  /** `accept` says which files are offered, as the attribute of that name does: `.json,.bin`. Empty: all. */
  | { type: 'files'; accept: string };
