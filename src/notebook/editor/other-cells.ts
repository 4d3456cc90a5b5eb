import { cellAt } from './models';
import { monaco } from './monaco';

/**
 * Goes to definitions outside the cell. For one in another cell, dispatches the event that the place of an error dispatches too; one in
 * the library is shown below the line.
 */
export function openOtherCells(): void {
  monaco.editor.registerEditorOpener({
    openCodeEditor(source, resource, place) {
      const target = cellAt(resource);
      const shown = source.getModel();
      if (!target || !monaco.editor.getModel(resource)) return peek(source);
      if (shown && cellAt(shown.uri)?.cell === target.cell) return false;
      const [line, column] = place
        ? 'lineNumber' in place
          ? [place.lineNumber, place.column]
          : [place.startLineNumber, place.startColumn]
        : [1, 1];
      const detail = { cell: target.cell, line, column };
      source.getContainerDomNode().dispatchEvent(new CustomEvent('goto-position', { bubbles: true, detail }));
      return true;
    },
  });
}

function peek(source: monaco.editor.ICodeEditor): boolean {
  source.trigger('definition', 'editor.action.peekDefinition', undefined);
  return true;
}
