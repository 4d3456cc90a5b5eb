import type { ControlPicture, ControlValue } from '../controls';

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
