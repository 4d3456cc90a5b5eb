import type { CellEditor, EditorOptions } from '../editor/editor';
import { openTextarea } from './textarea-editor';

/** Where a cell's editors open. */
export interface Slot {
  /** Holds the editor that stays. */
  host: HTMLElement;
  /** Covers the readable code and takes what is typed until that editor has loaded. */
  early: HTMLElement;
}

/**
 * Opens an editor without losing a key: a plain text field is there at once and is returned; when Monaco has loaded, it takes over text,
 * focus and caret. Monaco does not work on touch screens: there, and where it does not load, the plain field stays.
 *
 * @param onReady shows the editor that stays, so that it can take the focus
 */
export function openSlot(
  { host, early }: Slot,
  options: EditorOptions,
  onReady: (editor: CellEditor) => void,
): CellEditor {
  if (matchMedia('(pointer: coarse)').matches) {
    const stays = openTextarea(host, options);
    onReady(stays);
    return stays;
  }
  const plain = openTextarea(early, options);
  void load(host, options).then(async (loaded) => {
    await plain.atRest();
    const made = loaded ?? openTextarea(host, { ...options, source: plain.text() });
    made.setSource(plain.text());
    const { focused, caret, from } = plain.place();
    onReady(made);
    if (focused) made.focus(caret, from);
    plain.dispose();
  });
  return plain;
}

async function load(host: HTMLElement, options: EditorOptions): Promise<CellEditor | undefined> {
  try {
    const { openEditor } = await import('../editor/editor');
    return await openEditor(host, options);
  } catch (error) {
    // The reader can still edit in the plain field; the error is logged for debugging.
    console.error(error);
    host.replaceChildren();
    return undefined;
  }
}
