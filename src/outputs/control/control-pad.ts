import type { ControlPicture, ControlValue } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import type { Part } from '../kit/shown';
import { controlGroup } from './control-group';
import { makeDrawingCanvas } from './drawing-canvas';
import { makePadSamples } from './pad-samples';

export interface PadOf {
  label: string;
  size: number;
  /** Pictures that can be picked instead of drawn. */
  samples: readonly ControlPicture[];
  value: ControlValue | undefined;
}

/** A pad for the pointer, and next to it samples to pick, which the keyboard can reach. */
export function makePad(first: PadOf, move: (value: ControlPicture) => void): Part<PadOf> {
  let shown: ControlValue | undefined;
  const drawing = makeDrawingCanvas(first.size, say('outputs.control.pad', { label: first.label }), () => tell());
  const clear = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.clear'));
  const samples = makePadSamples(first.samples, (picture, name) => {
    shown = picture;
    drawing.put(picture);
    move(picture);
    speak(name);
  });
  const side = make('div', {}, clear, samples.element);
  const { element, speak } = controlGroup(first.label, make('div', { class: 'rc-pad-row' }, drawing.element, side));

  const tell = (): void => {
    const picture = drawing.read();
    if (!picture) return;
    shown = picture;
    move(picture);
  };
  clear.addEventListener('click', () => {
    drawing.wipe();
    tell();
    speak(say('outputs.control.cleared'));
  });
  const update = (next: PadOf): void => {
    samples.update(next.samples);
    if (drawing.isBusy() || next.value === shown) return;
    shown = next.value;
    if (typeof next.value === 'object' && 'width' in next.value) drawing.put(next.value);
  };
  drawing.wipe();
  update(first);
  return { element, update, remove: () => element.remove() };
}
