import kernelUrl from '../../kernel/worker.ts?worker&url';
import webgpuKernelUrl from '../../kernel/worker-webgpu.ts?worker&url';
import type { BackendName } from '../../protocol';
import type { Locale } from '../../words';
import { keptChoice, readBackend } from './backend-choice';
import { openPlace, type KernelPlace } from './place/place';
import { placementFor } from './placement';

interface Ahead {
  place: KernelPlace;
  /** The backend that it was started for. */
  wanted: BackendName | undefined;
}

let ahead: Ahead | 'taken' | undefined;

/** Begins to load the kernel that the page's first notebook will own. */
export function startKernelAhead(base: string, locale: Locale): void {
  const wanted = wantedBackend(locale);
  ahead ??= { place: start(base, wanted), wanted };
}

/** The kernel that was started ahead, or a new one. */
export function startKernel(base: string, locale: Locale): KernelPlace {
  const wanted = wantedBackend(locale);
  const made = ahead;
  ahead = 'taken';
  if (made && made !== 'taken') {
    if (made.wanted === wanted && !made.place.failed()) return made.place;
    made.place.end();
  }
  return start(base, wanted);
}

const wantedBackend = (locale: Locale): BackendName | undefined => readBackend() ?? keptChoice(locale)?.name;

function start(base: string, wanted: BackendName | undefined): KernelPlace {
  const placement = placementFor(wanted);
  const code = placement.then(({ webgpu }) => fetchKernel(webgpu ? webgpuKernelUrl : kernelUrl));
  return openPlace(
    base,
    code,
    placement.then(({ ways }) => ways),
  );
}

/** The kernel's code; in development, where it is many files, the address of the first. */
async function fetchKernel(address: string): Promise<Blob | string> {
  const url = new URL(address, document.baseURI).href;
  if (import.meta.env.DEV) return url;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Blob([await response.blob()], { type: 'text/javascript' });
}
