import type { Position } from '../../protocol';
import { say, type Locale } from '../../words';
import type { EditorCommand } from './editor-command';
import type { CellSource } from './models';
import type { monaco as Monaco } from './monaco';
import { fetchLibraries } from './type-libraries';
import { startTypesWorker } from './workers';

/** What an editor of a cell needs to open. */
export interface EditorOptions {
  cell: string;
  chapter: string;
  source: string;
  /** The line that the caret starts in. */
  line?: number;
  /** All cells of the chapter with their newest texts. */
  cells(): CellSource[];
  locale: Locale;
  onChange(source: string): void;
  onKey(command: EditorCommand): void;
  /** A rename changed other cells: their new texts. */
  onRename?(changes: CellSource[]): void;
}

/** An open editor of a cell: Monaco or a plain text field. */
export interface CellEditor {
  setSource(source: string): void;
  /** Takes the focus, puts the caret at `position` and selects the text from `from` to there. */
  focus(position?: Position, from?: Position): void;
  /** Underlines a place until the next change; undefined removes the line. */
  markError(at: Position | undefined, message?: string): void;
  dispose(): void;
}

/**
 * Puts Monaco into `host`, which grows with its text: the page scrolls, not the editor. To go to a place in another cell, the editor
 * dispatches `goto-position` from `host`, as the place of an error does.
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

/** Loads everything that typing needs, and makes TypeScript read its libraries, before the reader opens an editor. */
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

/** Loads once; after a failure, the next call tries again. */
function loadEditor(locale: Locale): ReturnType<typeof load> {
  loading ??= load(locale);
  loading.catch(() => (loading = undefined));
  return loading;
}

async function load(locale: Locale) {
  startTypesWorker();
  const libraries = fetchLibraries();
  // Monaco reads the language of its menus when its modules load, so this must come first.
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
    import('./monaco'),
    import('./models'),
    import('./language'),
    import('./looks'),
    import('./options'),
    import('./other-cells'),
    import('./keys'),
  ]);
  prepareLooks();
  openOtherCells();
  addFormatKey();
  prepareLanguage(await libraries, locale);
  return { monaco, models, warmLanguage, editorOptions, bindKeys };
}

/** A rename changes one cell after another: collects the changes of one task into one call. */
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
