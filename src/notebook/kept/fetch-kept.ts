import { unpack, type KeptOutput } from '../../kept';
import { pageLocale, siteBase } from '../page-data';

const fetched = new Map<string, Promise<readonly KeptOutput[]>>();

/** The outputs in a file below `public/kept/`; rejects where it cannot be fetched, and then the next call tries again. */
export function fetchKept(file: string): Promise<readonly KeptOutput[]> {
  const known = fetched.get(file);
  if (known) return known;
  const made = read(`${siteBase()}kept/${file}`);
  fetched.set(file, made);
  made.catch(() => fetched.delete(file));
  return made;
}

async function read(url: string): Promise<readonly KeptOutput[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return unpack(await gunzip(await response.arrayBuffer()), pageLocale());
}

/** Some hosts send such a file with `Content-Encoding: gzip`, and then the browser has unpacked it already. */
async function gunzip(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, 2);
  const { body } = new Response(bytes);
  if (first !== 0x1f || second !== 0x8b || !body) return bytes;
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
