import { say } from '../../words';
import type { Shape } from './failed-call';

/** `[batch, 28, 28, 1]`: as a reader writes it. */
export function shapeText(shape: Shape): string {
  return `[${shape.map((size, axis) => size ?? (axis === 0 ? say('explain.batch') : '?')).join(', ')}]`;
}

/** A shape in one of tfjs's spellings: `2,3`, `[null,28,28,1]`, `[,3,3,1]`, `*,10`. */
export function readShape(text: string): Shape {
  const inner = text.replace(/[[\]\s]/g, '');
  return inner === '' ? [] : inner.split(',').map((size) => (/^\d+$/.test(size) ? Number(size) : null));
}

/** All shapes in a list of shapes: `[[null,28,28,8],[null,14,14,8]]`. */
export function readShapes(text: string): Shape[] {
  return [...text.matchAll(/\[([^[\]]*)\]/g)].map((match) => readShape(match[1] ?? ''));
}

/** How many numbers a tensor of that shape holds. */
export const sizeOf = (shape: Shape): number => shape.reduce<number>((product, size) => product * (size ?? 1), 1);

/** How `shape`, which is not a batch of images, can become one, if we can tell. `shape` has its batch axis, if it is meant to have one. */
export function imageCure(shape: Shape): string {
  if (shape.length === 2 && shape.every((size) => size !== null))
    return say('explain.cure.greyPicture', { code: `[1, ${shape.join(', ')}, 1]` });
  if (shape.length <= 2) return say('explain.cure.flat');
  if (shape.length === 3 && shape[0] !== null)
    return say(isChannels(shape[2]) ? 'explain.cure.picture' : 'explain.cure.greyPictures');
  return say('explain.cure.axes');
}

/** Whether a picture can have so many channels. */
export const isChannels = (size: number | null | undefined): boolean => size === 1 || size === 3 || size === 4;
