import type { Locale, Position } from '../protocol';
import { cellOf, modelOf, setText, syncModels, type CellSource } from './editor/models';
import type { monaco as Monaco } from './editor/monaco';

export interface EditorOptions {
  cell: string;
  chapter: string;
  source: string;
  /** Where the caret shall stand. */
  line?: number;
  /** All cells of the chapter as they stand now. */
  cells(): CellSource[];
  locale: Locale;
  onChange(source: string): void;
  onKey(command: EditorCommand): void;
}
export type EditorCommand = 'run-next' | 'run' | 'run-insert' | 'leave';

export interface CellEditor {
  setSource(source: string): void;
  focus(position?: Position): void;
  /** Underlines a place until the next change; nothing given clears it. */
  markError(at: Position | undefined, message?: string): void;
  dispose(): void;
}

/** Puts Monaco into `host`, which keeps the size of its text: the page scrolls, not the editor. */
export async function openEditor(host: HTMLElement, options: EditorOptions): Promise<CellEditor> {
  // Monaco reads its menu's language when its modules load.
  if (options.locale === 'zh-CN') await import('monaco-editor/nls/lang/zh-cn');
  const [{ monaco }, { prepareLanguage }, { followTheme }, { editorOptions }] = await Promise.all([
    import('./editor/monaco'),
    import('./editor/language'),
    import('./editor/theme'),
    import('./editor/options'),
  ]);
  followTheme();
  void prepareLanguage();
  syncModels(options.chapter, options.cells());

  const model = modelOf(options.chapter, options.cell, options.source);
  const editor = monaco.editor.create(host, { ...editorOptions(host), model });
  fitHeight(host, editor);
  bindKeys(monaco, editor, options.onKey);
  model.onDidChangeContent(() => options.onChange(model.getValue()));
  editor.onDidFocusEditorText(() => syncModels(options.chapter, options.cells()));
  if (options.line) editor.setPosition({ lineNumber: options.line, column: 1 });

  const marks = editor.createDecorationsCollection();
  editor.onDidChangeModelContent(() => marks.clear());
  return {
    setSource: (source) => {
      if (source !== model.getValue()) setText(model, source);
    },
    focus(position) {
      editor.focus();
      if (position) editor.setPosition({ lineNumber: position.line, column: position.column });
    },
    markError(at, message) {
      if (!at) return marks.clear();
      marks.set([
        {
          range: wordAt(monaco, model, at),
          options: { inlineClassName: 'cell-runtime-error', hoverMessage: { value: message ?? '' } },
        },
      ]);
    },
    dispose: () => editor.dispose(),
  };
}

/** The word at a place, or the rest of its line. */
function wordAt(monaco: typeof Monaco, model: Monaco.editor.ITextModel, at: Position): Monaco.Range {
  const line = Math.min(at.line, model.getLineCount());
  const word = model.getWordAtPosition({ lineNumber: line, column: at.column });
  return new monaco.Range(line, word?.startColumn ?? at.column, line, word?.endColumn ?? model.getLineMaxColumn(line));
}

function fitHeight(host: HTMLElement, editor: Monaco.editor.IStandaloneCodeEditor): void {
  const fit = (): void => {
    host.style.height = `${editor.getContentHeight()}px`;
    editor.layout();
  };
  editor.onDidContentSizeChange(fit);
  fit();
}

function bindKeys(
  monaco: typeof Monaco,
  editor: Monaco.editor.IStandaloneCodeEditor,
  onKey: (command: EditorCommand) => void,
): void {
  const { KeyCode, KeyMod } = monaco;
  const bind = (keybinding: number, command: EditorCommand, precondition?: string): void => {
    editor.addAction({
      id: `cell.${command}`,
      label: command,
      keybindings: [keybinding],
      ...(precondition && { precondition }),
      run: () => onKey(command),
    });
  };
  bind(KeyMod.Shift | KeyCode.Enter, 'run-next');
  bind(KeyMod.CtrlCmd | KeyCode.Enter, 'run');
  bind(KeyMod.Alt | KeyCode.Enter, 'run-insert');
  // Escape first closes what is open, then leaves.
  bind(
    KeyCode.Escape,
    'leave',
    '!suggestWidgetVisible && !findWidgetVisible && !renameInputVisible && !parameterHintsVisible && !editorHasSelection',
  );
}

export { cellOf };
