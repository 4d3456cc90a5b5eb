import type { BackendName } from '../../protocol';

const key = 'receptive-backend';
const names: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** The backend that the reader chose on this device; nothing where the device decides, or where storage is blocked. */
export function readBackend(): BackendName | undefined {
  try {
    return backendNamed(localStorage.getItem(key));
  } catch {
    return undefined;
  }
}

/** Keeps the reader's choice; a blocked storage forgets it with the page. */
export function keepBackend(name: BackendName | undefined): void {
  try {
    if (name) localStorage.setItem(key, name);
    else localStorage.removeItem(key);
  } catch {
    // Nothing is lost but a click.
  }
}

/** The backend of that name, if it is one. */
export function backendNamed(text: string | null | undefined): BackendName | undefined {
  return names.find((name) => name === text);
}
