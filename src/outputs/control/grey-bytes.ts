import type { ControlPicture } from '../../protocol';

/** A picture of one channel as RGBA bytes. */
export function greyBytes({ width, height, values }: ControlPicture): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(width * height * 4).fill(255);
  values.forEach((value, index) => bytes.fill(value, index * 4, index * 4 + 3));
  return bytes;
}
