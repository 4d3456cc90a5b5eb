import { language } from 'monaco-editor/languages/definitions/typescript/typescript';
import { monaco } from './monaco';
import { editorOptions } from './options';
import { followTheme } from './theme';

/** TypeScript to look at: the TypeScript service never sees it, or it would find every name of the chapter twice. */
const readable = 'typescript-to-read';
let registered = false;

/** Width in CSS pixels from which both texts stand side by side. */
const wide = 720;

/** Monaco's diff of two texts in `host`, which takes the height of the longer one. Gives what ends it. */
export function openComparison(host: HTMLElement, before: string, after: string): () => void {
  if (!registered) {
    registered = true;
    monaco.languages.register({ id: readable });
    monaco.languages.setMonarchTokensProvider(readable, language);
  }
  followTheme();
  const [original, modified] = [before, after].map((text) => monaco.editor.createModel(text, readable));
  if (!original || !modified) throw new Error('notebook: no models to compare');
  const editor = monaco.editor.createDiffEditor(host, {
    ...editorOptions(host),
    readOnly: true,
    originalEditable: false,
    renderSideBySide: host.clientWidth >= wide,
    renderSideBySideInlineBreakpoint: wide,
    useInlineViewWhenSpaceIsLimited: true,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    wordWrap: 'on',
    // Tab goes on through the page: nothing can be typed here.
    tabFocusMode: true,
  });
  editor.setModel({ original, modified });
  const fit = (): void => {
    const sides = [editor.getOriginalEditor(), editor.getModifiedEditor()];
    host.style.height = `${Math.max(...sides.map((side) => side.getContentHeight()))}px`;
    editor.layout();
  };
  editor.onDidUpdateDiff(fit);
  editor.getModifiedEditor().onDidContentSizeChange(fit);
  fit();
  return () => {
    editor.dispose();
    original.dispose();
    modified.dispose();
  };
}
