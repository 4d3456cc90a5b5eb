import type { BackendChoice, BackendName } from '../../protocol';
import type { Locale } from '../../words';

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

/** Milliseconds for which what was found out about this device holds: browsers, drivers and cards change. */
const lifetime = 30 * 24 * 3600_000;

/** One record per language, because the reason is a sentence. */
const deviceKey = (locale: Locale): string => `receptive-device/${locale}`;

/** Which backend trains best here, as an earlier visit found; undefined where none did, or storage is blocked or damaged. */
export function keptChoice(locale: Locale): BackendChoice | undefined {
  try {
    const { name, reason, at } = JSON.parse(localStorage.getItem(deviceKey(locale)) ?? '{}') as Record<string, unknown>;
    const known = typeof name === 'string' ? backendNamed(name) : undefined;
    if (!known || typeof reason !== 'string' || typeof at !== 'number') return undefined;
    return Date.now() - at < lifetime ? { name: known, reason } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what the kernel found out; where storage is blocked, the only cost is another measurement at the next visit. */
export function keepChoice(locale: Locale, { name, reason }: BackendChoice): void {
  try {
    localStorage.setItem(deviceKey(locale), JSON.stringify({ name, reason, at: Date.now() }));
  } catch {
    // See above.
  }
}
