import { say } from '../../words';
import { describe } from '../values/describe';
import { stage } from '../stage';

/**
 * Offers a file below the cell: its name, its size, and a button that saves it. Nothing is saved until the reader presses it.
 *
 * ```ts
 * download('clothes.weights.bin', weights)
 * ```
 *
 * @param name the file's name, with its extension
 * @param content text (saved as UTF-8), an ArrayBuffer or a typed array
 * @throws TypeError if `name` is empty or not a text, or for content of another kind
 */
export function download(name: string, content: string | ArrayBuffer | ArrayBufferView): void {
  if (typeof name !== 'string' || name === '') {
    throw new TypeError(say('lab.download.name', { value: describe(name) }));
  }
  stage().emit({ kind: 'file', name, bytes: bytesOf(content) });
}

/** A copy, because a view of a large buffer would be sent with the whole buffer. */
function bytesOf(content: unknown): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (content instanceof ArrayBuffer) return new Uint8Array(content.slice(0));
  if (ArrayBuffer.isView(content)) {
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice();
  }
  throw new TypeError(say('lab.download.content', { value: describe(content) }));
}
