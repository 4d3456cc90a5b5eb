import type { CellEditor, EditorOptions } from './editor';

/** Monaco does not work on touch screens: there, and where it does not load, a plain textarea takes its place. */
export async function openSlot(host: HTMLElement, options: EditorOptions): Promise<CellEditor> {
  if (!matchMedia('(pointer: coarse)').matches) {
    try {
      const { openEditor } = await import('./editor');
      return await openEditor(host, options);
    } catch (error) {
      // The reader can still edit; what went wrong is for whoever looks into the console.
      console.error(error);
      host.replaceChildren();
    }
  }
  const { openTextarea } = await import('./textarea-editor');
  return openTextarea(host, options);
}
