import type { ControlPicture } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import type { Part } from '../kit/shown';
import { greyBytes } from './grey-bytes';

/** Pictures that can be picked instead of drawn, for those who use the keyboard. */
export function makePadSamples(
  first: readonly ControlPicture[],
  pick: (picture: ControlPicture, name: string) => void,
): Part<readonly ControlPicture[]> {
  const label = say('outputs.control.samples');
  const element = make('div', { class: 'rc-pad-samples', role: 'group', 'aria-label': label });
  let offered: readonly ControlPicture[] = [];
  const update = (samples: readonly ControlPicture[]): void => {
    if (samples.length === offered.length && samples.every((one, at) => equal(one, offered[at]))) return;
    offered = samples;
    element.replaceChildren(...samples.map(buttonOf));
  };
  const buttonOf = (picture: ControlPicture, index: number): HTMLButtonElement => {
    const face = makePixelCanvas();
    putPixels(face, picture.width, picture.height, greyBytes(picture));
    const name = say('outputs.control.sample', { number: index + 1 });
    const spoken = make('span', { class: 'rc-unseen' }, name);
    const button = make('button', { type: 'button', class: 'rc-pad-sample' }, face, spoken);
    button.addEventListener('click', () => pick(picture, name));
    return button;
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}

function equal(one: ControlPicture, other: ControlPicture | undefined): boolean {
  return other !== undefined && one.values.every((byte, index) => byte === other.values[index]);
}
