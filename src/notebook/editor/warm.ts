import type { EditorOptions } from './editor';

let warmed = false;

/** After the reader's first action, when the page is idle: fetches the editor, so that the first click into code finds it ready. */
export function warmWhenIdle(options: Pick<EditorOptions, 'chapter' | 'cells' | 'locale'>): void {
  if (warmed || !isWanted()) return;
  warmed = true;
  const warm = async (): Promise<void> => {
    const { warmEditor } = await import('./editor');
    await warmEditor(options);
  };
  // What fails now is tried again, and told, when the reader opens an editor.
  const quietly = (): void => void warm().catch(() => undefined);
  if ('requestIdleCallback' in window) requestIdleCallback(quietly, { timeout: 5000 });
  else setTimeout(quietly, 1000);
}

/** Touch screens get a plain text field, and who saves data fetches nothing before it is needed. */
function isWanted(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return !matchMedia('(pointer: coarse)').matches && connection?.saveData !== true;
}
