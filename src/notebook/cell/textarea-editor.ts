import type { Position } from '../../protocol';
import { say } from '../../words';
import type { CellEditor, EditorOptions } from '../editor/editor';
import type { EditorCommand } from '../editor/editor-command';

const indent = '  ';

/** A text field that another editor can take over from. */
export interface PlainEditor extends CellEditor {
  text(): string;
  /** Where the caret is; the selection begins at `from`. */
  place(): { focused: boolean; caret: Position; from: Position };
  /** Resolves when no input method is in the middle of composing. */
  atRest(): Promise<void>;
}

/** A plain textarea that grows with its text, for touch screens. Tab indents; Esc lets the next Tab leave. */
export function openTextarea(host: HTMLElement, options: EditorOptions): PlainEditor {
  const area = document.createElement('textarea');
  area.className = 'rc-textarea';
  area.value = options.source;
  area.spellcheck = false;
  area.wrap = 'off';
  // Its cell is the tab stop.
  area.tabIndex = -1;
  for (const name of ['autocorrect', 'autocomplete', 'autocapitalize']) area.setAttribute(name, 'off');
  area.setAttribute('aria-label', say('notebook.editor', { cell: options.cell }));

  const grow = (): void => {
    area.rows = area.value.split('\n').length;
  };
  const change = (): void => {
    grow();
    options.onChange(area.value);
  };

  let composing: Promise<void> | undefined;
  area.addEventListener('compositionstart', () => {
    composing = new Promise((resolve) => {
      // In a later task: the composed letters arrive with the event after this one.
      area.addEventListener('compositionend', () => setTimeout(resolve), { once: true });
    });
  });

  let tabLeaves = false;
  area.addEventListener('input', change);
  area.addEventListener('focus', () => (tabLeaves = false));
  area.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const command = commandOf(event);
    if (command) {
      event.preventDefault();
      options.onKey(command);
    } else if (event.key === 'Escape') {
      if (tabLeaves) options.onKey('leave');
      tabLeaves = true;
    } else if (event.key === 'Tab' && !event.shiftKey && !tabLeaves) {
      event.preventDefault();
      area.setRangeText(indent, area.selectionStart, area.selectionEnd, 'end');
      change();
    } else if (event.key !== 'Tab' && event.key !== 'Shift') tabLeaves = false;
  });

  host.append(area);
  grow();
  return {
    setSource(source) {
      if (area.value === source) return;
      area.value = source;
      grow();
    },
    focus(position, from = position) {
      area.focus({ preventScroll: position === undefined });
      if (position && from) area.setSelectionRange(offsetOf(area.value, from), offsetOf(area.value, position));
    },
    markError(at) {
      area.setAttribute('aria-invalid', String(Boolean(at)));
      if (at) area.style.setProperty('--rc-error-line', String(at.line));
    },
    dispose: () => area.remove(),
    text: () => area.value,
    atRest: async () => composing,
    place() {
      return {
        focused: document.activeElement === area,
        from: positionOf(area.value, area.selectionStart),
        caret: positionOf(area.value, area.selectionEnd),
      };
    },
  };
}

function commandOf(event: KeyboardEvent): EditorCommand | undefined {
  if (event.key !== 'Enter') return undefined;
  if (event.shiftKey) return 'run-next';
  if (event.ctrlKey || event.metaKey) return 'run';
  return event.altKey ? 'run-insert' : undefined;
}

function offsetOf(text: string, { line, column }: Position): number {
  const lines = text.split('\n').slice(0, line - 1);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
