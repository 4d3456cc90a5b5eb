import type { BackendName } from '../../protocol';

const key = 'receptive-backend';
const names: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

/** The backend that the reader chose on this device; undefined where the device decides, or where storage is blocked. */
export function readBackend(): BackendName | undefined {
  try {
    return backendNamed(localStorage.getItem(key));
  } catch {
    return undefined;
  }
}

/** Keeps the reader's choice; where storage is blocked, it lasts as long as the page. */
export function keepBackend(name: BackendName | undefined): void {
  try {
    if (name) localStorage.setItem(key, name);
    else localStorage.removeItem(key);
  } catch {
    // The choice is only lost at the next load.
  }
}

/** The backend of that name, if there is one. */
function backendNamed(text: string | null | undefined): BackendName | undefined {
  return names.find((name) => name === text);
}
