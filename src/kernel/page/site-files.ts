import type { Source } from '../../datasets';
import { say } from '../../words';
import { Refused, type PageRequests } from './page-requests';

/** Reads files of the site through the page; errors say whether the network failed or the file is missing. */
export function siteSource(requests: PageRequests): Source {
  return {
    async read(path, onProgress) {
      try {
        const { bytes } = await requests.ask({ act: 'read', path }, [], onProgress);
        return new Uint8Array(bytes);
      } catch (error) {
        throw error instanceof Refused ? new Error(refusalText(path, error)) : error;
      }
    },
  };
}

function refusalText(path: string, { refusal }: Refused): string {
  switch (refusal.why) {
    case 'missing':
      return say('datasets.missing', { path, status: refusal.status });
    case 'outside':
      return say('kernel.fetch.outside', { path });
    case 'too-many':
      return say('kernel.fetch.tooMany');
    default:
      return say('datasets.unreachable', { path });
  }
}

/** Media types that a `Response` needs to be right about; everything else is bytes. */
const types: Readonly<Record<string, string>> = { wasm: 'application/wasm', json: 'application/json' };

/**
 * `fetch` as a cell, and tfjs, have it: files of the site, which the page reads; everything else is refused in words. The worker's own
 * reaches nothing, because its origin has no network.
 * @param base absolute URL of the site's root, with a trailing slash
 */
export function siteFetch(base: string, requests: PageRequests): typeof fetch {
  return async (input, init) => {
    const request = new Request(input instanceof URL || typeof input === 'string' ? new URL(input, base) : input, init);
    const { url, method } = request;
    if (method !== 'GET' || !url.startsWith(base))
      throw new TypeError(say('kernel.fetch.elsewhere', { url: shortened(url) }));
    const path = url.slice(base.length).replace(/[?#].*$/, '');
    try {
      const { bytes } = await requests.ask({ act: 'read', path });
      const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return new Response(bytes, { headers: { 'Content-Type': type } });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.refusal.why === 'missing') return new Response(null, { status: error.refusal.status });
      throw new TypeError(refusalText(path, error));
    }
  };
}

const shortened = (url: string): string => (url.length > 100 ? `${url.slice(0, 100)}…` : url);
