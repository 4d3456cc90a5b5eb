import type { ControlPicture, ControlValue } from '../../protocol';
import { say } from '../../words';
import { openCamera } from './camera';
import { controlGroup } from './control-group';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { makePixelCanvas, putPixels } from '../kit/pixel-canvas';
import type { Part } from '../kit/shown';

export interface ImageInputOf {
  label: string;
  width: number;
  height: number;
  channels: 1 | 3;
  value: ControlValue | undefined;
}

/** A reader's picture: a file, dropped or pasted, or from the camera. It is scaled down here and goes only to the cell. */
export function makeImageInput(first: ImageInputOf, move: (value: ControlPicture) => void): Part<ImageInputOf> {
  const page = onPage();
  let current = first;
  const face = makePixelCanvas();
  face.classList.add('rc-image-face');
  const file = make('input', {
    type: 'file',
    accept: 'image/*',
    class: 'rc-unseen',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  const choose = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.choose'));
  const camera = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.camera'));
  const zone = make(
    'div',
    { class: 'rc-image-zone', tabindex: 0, role: 'group', 'aria-label': say('outputs.control.zone') },
    face,
    make('p', { class: 'rc-muted' }, say('outputs.control.zone')),
    make('div', { class: 'rc-controls' }, choose, camera),
    file,
  );
  const { element, speak } = controlGroup(first.label, zone);
  let filming: AbortController | undefined;

  const show = (value: ControlValue | undefined): void => {
    const picture = typeof value === 'object' && 'width' in value ? value : undefined;
    face.hidden = picture === undefined;
    if (picture) putPixels(face, picture.width, picture.height, colourBytes(picture));
  };
  const take = (source: CanvasImageSource, width: number, height: number): void => {
    const picture = middleSquare(source, width, height, current);
    show(picture);
    move(picture);
    speak(say('outputs.control.taken'));
  };
  async function read(blob: Blob | null | undefined): Promise<void> {
    if (!blob) return;
    try {
      const bitmap = await createImageBitmap(blob);
      take(bitmap, bitmap.width, bitmap.height);
      bitmap.close();
    } catch {
      speak(say('outputs.control.noImage'));
    }
  }

  choose.addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    void read(file.files?.[0]);
    file.value = '';
  });
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    void read(event.dataTransfer?.files[0]);
  });
  zone.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.items ?? [])].find(({ type }) => type.startsWith('image/'));
    if (pasted) void read(pasted.getAsFile());
    else speak(say('outputs.control.noImage'));
  });
  camera.hidden = !navigator.mediaDevices?.getUserMedia;
  camera.addEventListener('click', () => {
    filming?.abort();
    filming = new AbortController();
    const { signal } = filming;
    openCamera(zone, take, signal).catch(() => {
      if (!signal.aborted) speak(say('outputs.control.noCamera'));
    });
  });
  page.onRemove(() => filming?.abort());

  show(first.value);
  return page.shown(element, (next: ImageInputOf) => {
    current = next;
    show(next.value);
  });
}

/** The largest square in the middle, scaled to the requested size. */
function middleSquare(
  source: CanvasImageSource,
  width: number,
  height: number,
  wanted: Pick<ImageInputOf, 'width' | 'height' | 'channels'>,
): ControlPicture {
  const canvas = make('canvas', { width: wanted.width, height: wanted.height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('outputs: this browser gives no canvas');
  const side = Math.min(width, height);
  context.imageSmoothingQuality = 'high';
  // Transparent pictures get a white background.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, wanted.width, wanted.height);
  context.drawImage(source, (width - side) / 2, (height - side) / 2, side, side, 0, 0, wanted.width, wanted.height);
  const { data } = context.getImageData(0, 0, wanted.width, wanted.height);
  return {
    width: wanted.width,
    height: wanted.height,
    channels: wanted.channels,
    values: pickChannels(data, wanted.channels),
  };
}

/** RGBA bytes as RGB, or as grey by their luma (Rec. 601, as tf.image.rgbToGrayscale). */
export function pickChannels(rgba: Uint8ClampedArray, channels: 1 | 3): Uint8Array {
  const pixels = rgba.length / 4;
  const values = new Uint8Array(pixels * channels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
    if (channels === 3) values.set([red, green, blue], pixel * 3);
    else values[pixel] = Math.round(0.2989 * red + 0.587 * green + 0.114 * blue);
  }
  return values;
}

function colourBytes({ width, height, channels, values }: ControlPicture): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      bytes[pixel * 4 + channel] = values[pixel * channels + (channels === 3 ? channel : 0)] ?? 0;
    }
  }
  return bytes;
}
