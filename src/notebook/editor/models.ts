import { monaco } from './monaco';

/** A cell as the editor knows it. */
export interface CellSource {
  name: string;
  source: string;
}

/** Called when the editor of another cell, by a rename, changed a cell's text. */
type OnChangeElsewhere = (change: CellSource) => void;

const listeners = new Map<string, OnChangeElsewhere>();
/** True while the page itself puts text into a model: then no listener is called. */
let syncing = false;

const address = (chapter: string, cell: string): monaco.Uri => monaco.Uri.file(`/${chapter}/${cell}.ts`);

/** The cell that an address names; undefined for the address of a library. */
export function cellAt(uri: monaco.Uri): { chapter: string; cell: string } | undefined {
  const [, chapter, cell] = /^\/([^/]+)\/([^/]+)\.ts$/.exec(uri.path) ?? [];
  return chapter !== undefined && cell !== undefined ? { chapter, cell } : undefined;
}

/** Calls `listener` for changes in cells of the chapter whose editor is not open. */
export function hearElsewhere(chapter: string, listener: OnChangeElsewhere): void {
  listeners.set(chapter, listener);
}

/**
 * Holds one model per cell of the chapter, open in an editor or not, so that each cell sees the names and types of all others.
 * Cells that are gone lose their model.
 */
export function syncModels(chapter: string, cells: CellSource[]): void {
  const wanted = new Set(cells.map(({ name }) => address(chapter, name).toString()));
  for (const model of monaco.editor.getModels()) {
    if (cellAt(model.uri)?.chapter === chapter && !wanted.has(model.uri.toString())) model.dispose();
  }
  for (const { name, source } of cells) {
    const model = modelOf(chapter, name, source);
    if (model.getValue() !== source) setText(model, source);
  }
}

export function modelOf(chapter: string, cell: string, source: string): monaco.editor.ITextModel {
  const uri = address(chapter, cell);
  return monaco.editor.getModel(uri) ?? createModel(chapter, cell, source, uri);
}

function createModel(chapter: string, cell: string, source: string, uri: monaco.Uri): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(source, 'typescript', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  model.onDidChangeContent(() => {
    if (!syncing && !model.isAttachedToEditor()) listeners.get(chapter)?.({ name: cell, source: model.getValue() });
  });
  return model;
}

/** Replaces the text as one step that the reader can undo. */
export function setText(model: monaco.editor.ITextModel, text: string): void {
  syncing = true;
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  syncing = false;
}
