import type { ControlPicture, ControlValue } from '../../protocol';
import { say } from '../../words';
import { controlGroup } from './control-group';
import { make } from '../kit/make-element';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import type { Part } from '../kit/shown';

export interface PadOf {
  label: string;
  size: number;
  /** Pictures that can be picked instead of drawn. */
  samples: readonly ControlPicture[];
  value: ControlValue | undefined;
}

/** Strokes are drawn this much larger than the picture, so that its pixels get soft edges as scanned digits have. */
const fine = 8;
/** Milliseconds between two pictures of a stroke that goes on. */
const pause = 120;

/** A pad for the pointer, and beside it samples to pick, which a keyboard reaches. */
export function makePad(first: PadOf, move: (value: ControlPicture) => void): Part<PadOf> {
  const { size } = first;
  const canvas = make('canvas', { class: 'rc-pad', width: size * fine, height: size * fine, role: 'img' });
  canvas.setAttribute('aria-label', say('outputs.control.pad', { label: first.label }));
  const clear = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.clear'));
  const picks = make('div', { class: 'rc-pad-samples', role: 'group', 'aria-label': say('outputs.control.samples') });
  const { element, speak } = controlGroup(
    first.label,
    make('div', { class: 'rc-pad-row' }, canvas, make('div', {}, clear, picks)),
  );
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let shown: ControlValue | undefined;
  let drawing = false;
  let toldAt = 0;

  const wipe = (): void => {
    if (!context) return;
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
  };
  const put = (picture: ControlPicture): void => {
    const small = makePixelCanvas();
    putPixels(small, picture.width, picture.height, greyBytes(picture));
    context?.drawImage(small, 0, 0, canvas.width, canvas.height);
  };
  const tell = (): void => {
    if (!context) return;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    shown = { width: size, height: size, channels: 1, values: shrink(data, size) };
    toldAt = performance.now();
    move(shown);
  };

  const placeOf = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    const scale = canvas.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };
  canvas.addEventListener('pointerdown', (event) => {
    if (!context || event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    drawing = true;
    Object.assign(context, { strokeStyle: '#fff', lineCap: 'round', lineJoin: 'round', lineWidth: (size * fine) / 13 });
    context.beginPath();
    const [x, y] = placeOf(event);
    context.moveTo(x, y);
    context.lineTo(x + 0.1, y);
    context.stroke();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!drawing || !context) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) context.lineTo(...placeOf(one));
    context.stroke();
    if (performance.now() - toldAt > pause) tell();
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    canvas.addEventListener(end, () => {
      if (drawing) tell();
      drawing = false;
    });
  }
  clear.addEventListener('click', () => {
    wipe();
    tell();
    speak(say('outputs.control.cleared'));
  });

  const offer = (samples: readonly ControlPicture[]): void => {
    const buttons = samples.map((picture, index) => {
      const face = makePixelCanvas();
      putPixels(face, picture.width, picture.height, greyBytes(picture));
      const name = say('outputs.control.sample', { number: index + 1 });
      const spoken = make('span', { class: 'rc-unseen' }, name);
      const button = make('button', { type: 'button', class: 'rc-pad-sample' }, face, spoken);
      button.addEventListener('click', () => {
        shown = picture;
        put(picture);
        move(picture);
        speak(name);
      });
      return button;
    });
    picks.replaceChildren(...buttons);
  };

  let offered: readonly ControlPicture[] = [];
  const update = (next: PadOf): void => {
    const same = next.samples.length === offered.length && next.samples.every((one, at) => equal(one, offered[at]));
    if (!same) offer((offered = next.samples));
    if (drawing || next.value === shown) return;
    shown = next.value;
    if (typeof next.value === 'object' && 'width' in next.value) put(next.value);
  };
  wipe();
  update(first);
  return { element, update, remove: () => element.remove() };
}

function equal(one: ControlPicture, other: ControlPicture | undefined): boolean {
  return other !== undefined && one.values.every((byte, index) => byte === other.values[index]);
}

function greyBytes({ width, height, values }: ControlPicture): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(width * height * 4).fill(255);
  values.forEach((value, index) => bytes.fill(value, index * 4, index * 4 + 3));
  return bytes;
}

/** The red channel of a picture of `size · fine` pixels a side, averaged over squares of `fine` × `fine`. */
export function shrink(rgba: Uint8ClampedArray, size: number): Uint8Array {
  const values = new Uint8Array(size * size);
  const wide = size * fine;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let dy = 0; dy < fine; dy++) {
        for (let dx = 0; dx < fine; dx++) sum += rgba[((y * fine + dy) * wide + x * fine + dx) * 4] ?? 0;
      }
      values[y * size + x] = Math.round(sum / (fine * fine));
    }
  }
  return values;
}
