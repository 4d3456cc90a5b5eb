import { say } from '../words';
import type { Source } from './source';

/**
 * Reads over HTTP, below `base`, the absolute URL of the site's root with a trailing slash. Errors say whether the network failed or
 * the file is missing.
 */
export function fetchSource(base: string): Source {
  return {
    async read(path, onProgress) {
      const response = await fetch(new URL(path, base)).catch((cause: unknown) => fail(path, cause));
      if (!response.ok) throw new Error(say('datasets.missing', { path, status: response.status }));
      return readAll(response, onProgress).catch((cause: unknown) => fail(path, cause));
    },
  };
}

function fail(path: string, cause: unknown): never {
  throw new Error(say('datasets.unreachable', { path }), { cause });
}

async function readAll(response: Response, onProgress: (received: number) => void): Promise<Uint8Array> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const pieces: Uint8Array[] = [];
  const reader = response.body.getReader();
  let received = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    received += piece.value.length;
    onProgress(received);
  }
  const whole = new Uint8Array(received);
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
