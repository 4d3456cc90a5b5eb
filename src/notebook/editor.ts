import type { Position } from '../protocol';
import { say, type Locale } from '../words';
import type { CellSource } from './editor/models';
import type { monaco as Monaco } from './editor/monaco';
import { fetchLibraries } from './editor/type-libraries';
import { startTypesWorker } from './editor/workers';

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
  /** A rename reached other cells: their new texts. */
  onRename?(changes: CellSource[]): void;
}
export type EditorCommand = 'run-next' | 'run' | 'run-insert' | 'leave';

export interface CellEditor {
  setSource(source: string): void;
  /** Takes the focus; puts the caret at `position`, and selects what lies between `from` and there. */
  focus(position?: Position, from?: Position): void;
  /** Underlines a place until the next change; nothing given clears it. */
  markError(at: Position | undefined, message?: string): void;
  dispose(): void;
}

/**
 * Puts Monaco into `host`, which keeps the size of its text: the page scrolls, not the editor. To go to a place in another cell, it
 * dispatches `goto-position` from `host`, as an error's place does.
 */
export async function openEditor(host: HTMLElement, options: EditorOptions): Promise<CellEditor> {
  const { monaco, models, editorOptions, bindKeys } = await loadEditor(options.locale);
  models.syncModels(options.chapter, options.cells());
  if (options.onRename) models.hearElsewhere(options.chapter, collect(options.onRename));

  const model = models.modelOf(options.chapter, options.cell, options.source);
  const editor = monaco.editor.create(host, {
    ...editorOptions(host),
    ariaLabel: say('notebook.editor', { cell: options.cell }),
    model,
  });
  fitHeight(host, editor);
  bindKeys(editor, options.onKey);
  const runtime = (markers: Monaco.editor.IMarkerData[]): void => monaco.editor.setModelMarkers(model, 'run', markers);
  const changes = model.onDidChangeContent(() => {
    runtime([]);
    options.onChange(model.getValue());
  });
  editor.onDidFocusEditorText(() => models.syncModels(options.chapter, options.cells()));
  if (options.line) editor.setPosition({ lineNumber: options.line, column: 1 });

  return {
    setSource: (source) => {
      if (source !== model.getValue()) models.setText(model, source);
    },
    focus(position, from = position) {
      editor.focus();
      if (!position || !from) return;
      editor.setSelection(new monaco.Selection(from.line, from.column, position.line, position.column));
      editor.revealPosition({ lineNumber: position.line, column: position.column });
    },
    markError(at, message = '') {
      if (!at) return runtime([]);
      const severity = monaco.MarkerSeverity.Error;
      runtime([{ ...wordAt(model, at), severity, message, source: say('editor.runtime') }]);
    },
    dispose() {
      changes.dispose();
      editor.dispose();
    },
  };
}

/** Loads all that typing needs, and lets TypeScript read its libraries, before the reader asks for it. */
export async function warmEditor(options: Pick<EditorOptions, 'chapter' | 'cells' | 'locale'>): Promise<void> {
  const { models, warmLanguage } = await loadEditor(options.locale);
  const [first] = options.cells();
  if (!first) return;
  models.syncModels(options.chapter, options.cells());
  await warmLanguage(models.modelOf(options.chapter, first.name, first.source).uri);
}

/** Monaco's own menus in other languages; where a language is missing here, they are English. */
const menus: Partial<Record<Locale, () => Promise<unknown>>> = {
  'zh-cn': () => import('monaco-editor/nls/lang/zh-cn'),
};

let loading: ReturnType<typeof load> | undefined;

/** Once; a try that failed is forgotten. */
function loadEditor(locale: Locale): ReturnType<typeof load> {
  loading ??= load(locale);
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load(locale: Locale) {
  startTypesWorker();
  const libraries = fetchLibraries();
  // Monaco reads its menu's language when its modules load.
  await menus[locale]?.();
  const [
    { monaco },
    models,
    { prepareLanguage, warmLanguage },
    { prepareLooks },
    { editorOptions },
    { openOtherCells },
    { addFormatKey, bindKeys },
  ] = await Promise.all([
    import('./editor/monaco'),
    import('./editor/models'),
    import('./editor/language'),
    import('./editor/looks'),
    import('./editor/options'),
    import('./editor/other-cells'),
    import('./editor/keys'),
  ]);
  prepareLooks();
  openOtherCells();
  addFormatKey();
  prepareLanguage(await libraries, locale);
  return { monaco, models, warmLanguage, editorOptions, bindKeys };
}

/** A rename changes one cell after the other: the owner hears of all at once. */
function collect(tell: (changes: CellSource[]) => void): (change: CellSource) => void {
  const changes = new Map<string, CellSource>();
  return (change) => {
    if (changes.size === 0)
      queueMicrotask(() => {
        const all = [...changes.values()];
        changes.clear();
        tell(all);
      });
    changes.set(change.name, change);
  };
}

/** The word at a place, or the rest of its line. */
function wordAt(model: Monaco.editor.ITextModel, at: Position): Monaco.IRange {
  const line = Math.min(at.line, model.getLineCount());
  const word = model.getWordAtPosition({ lineNumber: line, column: at.column });
  return {
    startLineNumber: line,
    startColumn: word?.startColumn ?? at.column,
    endLineNumber: line,
    endColumn: word?.endColumn ?? model.getLineMaxColumn(line),
  };
}

function fitHeight(host: HTMLElement, editor: Monaco.editor.IStandaloneCodeEditor): void {
  const fit = (): void => {
    host.style.height = `${editor.getContentHeight()}px`;
    editor.layout();
  };
  editor.onDidContentSizeChange(fit);
  fit();
}
