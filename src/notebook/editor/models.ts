import { monaco } from './monaco';

/** A cell as the editor knows it. */
export interface CellSource {
  name: string;
  source: string;
}

const address = (chapter: string, cell: string): monaco.Uri => monaco.Uri.parse(`file:///${chapter}/${cell}.ts`);

/** The name of the cell that a model holds. */
export const cellOf = (model: { uri: monaco.Uri }): string => model.uri.path.replace(/^.*\//, '').replace(/\.ts$/, '');

/**
 * Holds one model per cell of the chapter, open in an editor or not, so that each cell sees the names and types of all others.
 * Cells that are gone lose their model.
 */
export function syncModels(chapter: string, cells: CellSource[]): void {
  const wanted = new Set(cells.map(({ name }) => address(chapter, name).toString()));
  for (const model of monaco.editor.getModels()) {
    if (model.uri.path.startsWith(`/${chapter}/`) && !wanted.has(model.uri.toString())) model.dispose();
  }
  for (const { name, source } of cells) {
    const model = modelOf(chapter, name, source);
    if (model.getValue() !== source) setText(model, source);
  }
}

export function modelOf(chapter: string, cell: string, source: string): monaco.editor.ITextModel {
  const uri = address(chapter, cell);
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(source, 'typescript', uri);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  return model;
}

/** Replaces the text as one step that the reader can undo. */
export function setText(model: monaco.editor.ITextModel, text: string): void {
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
}
