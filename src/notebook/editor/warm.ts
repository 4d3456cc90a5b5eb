import type { EditorOptions } from './editor';

let warmed = false;

/** Fetches the editor when the page is idle, so that the first click into code finds it ready. Call it after the reader's first action. */
export function warmWhenIdle(options: Pick<EditorOptions, 'chapter' | 'cells' | 'locale'>): void {
  if (warmed || !isWanted()) return;
  warmed = true;
  const warm = async (): Promise<void> => {
    const { warmEditor } = await import('./editor');
    await warmEditor(options);
  };
  // What fails now is tried again, and reported, when the reader opens an editor.
  const quietly = (): void => void warm().catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(quietly, { timeout: 5000 });
  else setTimeout(quietly, 1000);
}

/** False for touch screens, which get a plain text field, and for readers who save data. */
function isWanted(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return !matchMedia('(pointer: coarse)').matches && connection?.saveData !== true;
}
