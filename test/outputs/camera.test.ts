// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

const photo: Output = {
  kind: 'control',
  label: 'photo',
  control: { type: 'image', width: 4, height: 4, channels: 1 },
};

/** A camera of the device: the browser asks the reader, and the test answers. */
let allow: () => void;
let running = 0;

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
  running = 0;
  const getUserMedia = async (): Promise<MediaStream> => {
    await new Promise<void>((resolve) => (allow = resolve));
    running += 1;
    const stream = new MediaStream();
    stream.getTracks = () => [{ stop: () => (running -= 1) } as unknown as MediaStreamTrack];
    return stream;
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
});
afterEach(() => Reflect.deleteProperty(navigator, 'mediaDevices'));

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function start(): ReturnType<typeof showOutput> {
  const shown = showOutput(photo);
  document.body.append(shown.element);
  pressCamera();
  return shown;
}

function pressCamera(): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === en['outputs.control.camera']); // prettier-ignore
  button?.click();
}

test('the camera starts once the reader allows it, and is turned off with the control', async () => {
  const shown = start();
  allow();
  await settle();
  expect(running).toBe(1);
  expect(document.querySelectorAll('.rc-camera').length).toBe(1);
  shown.remove();
  expect(running).toBe(0);
});

test('a control that is removed while the reader is still asked leaves no camera running', async () => {
  const shown = start();
  shown.remove();
  allow();
  await settle();
  expect(running).toBe(0);
});

test('asking twice starts one camera', async () => {
  start();
  const first = allow;
  pressCamera();
  first();
  allow();
  await settle();
  expect(running).toBe(1);
  expect(document.querySelectorAll('.rc-camera').length).toBe(1);
});
