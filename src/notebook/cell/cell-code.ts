import type { Position } from '../../protocol';
import type { CellEditor } from '../editor/editor';
import type { Cell } from '../session/session';
import type { CellHost } from './cell-host';
import { createCodeBlock } from './code-block';
import { openSlot } from './editor-slot';
import { partsOf } from './parts';

/** The code of a cell on the page: readable text at first, an editor from the first click on. */
export interface CellCode {
  setSource(text: string): void;
  /** Marks the place of an error, or no place. */
  markError(error: { at?: Position; message: string } | undefined): void;
  /** Opens the editor where it is not open, and puts the caret there. From then on, no key is lost. */
  edit(at?: Position): void;
  /** The place in the code under the pointer. */
  placeAt(event: MouseEvent): Position | undefined;
  dispose(): void;
}

/** Brings the code in the markup of a cell to life. */
export function createCellCode(element: HTMLElement, { name, original }: Cell, host: CellHost): CellCode {
  const parts = partsOf(element, ['code', 'static', 'editor']);
  const block = createCodeBlock(parts.static, original);
  /** Covers the readable code and takes what is typed until the editor that stays has loaded. */
  const early = document.createElement('div');
  early.className = 'rc-early';

  let source = original;
  let editor: CellEditor | undefined;
  /** The editor that stays is open, and shows the text itself. */
  let settled = false;
  let disposed = false;
  let error: { at?: Position; message: string } | undefined;

  function open(at: Position | undefined): CellEditor {
    parts.code.setAttribute('aria-busy', 'true');
    parts.code.append(early);
    return openSlot(
      { host: parts.editor, early },
      {
        cell: name,
        chapter: host.chapter,
        source,
        ...(at ? { line: at.line } : {}),
        cells: host.cells,
        locale: host.locale,
        onChange(text) {
          // Text that the page itself puts into the editor also arrives here.
          if (text === source) return;
          source = text;
          if (!settled) block.setSource(text);
          host.edit(name, text);
        },
        onKey: (command) => host.command(name, command),
        onRename(changes) {
          for (const change of changes) host.edit(change.name, change.source);
        },
      },
      settle,
    );
  }

  function settle(made: CellEditor): void {
    if (disposed) return made.dispose();
    made.setSource(source);
    parts.code.removeAttribute('aria-busy');
    parts.static.hidden = true;
    settled = true;
    element.toggleAttribute('data-editing', true);
    editor = made;
    if (error?.at) made.markError(error.at, error.message);
  }

  return {
    setSource(text) {
      if (text === source) return;
      source = text;
      editor?.setSource(text);
      if (!settled) block.setSource(text);
    },
    markError(found) {
      if (found?.at === error?.at) return;
      error = found;
      block.markError(error?.at);
      editor?.markError(error?.at, error?.message);
    },
    edit(at) {
      editor ??= open(at);
      editor.focus(at);
    },
    placeAt: (event) => block.placeAt(event),
    dispose() {
      disposed = true;
      editor?.dispose();
    },
  };
}
