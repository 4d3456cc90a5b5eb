import { language } from 'monaco-editor/languages/definitions/typescript/typescript';
import { monaco } from './monaco';
import { editorOptions } from './options';
import { followTheme } from './theme';

/** TypeScript to look at, hidden from the TypeScript service: it would find every name of the chapter twice. */
const readable = 'typescript-to-read';
let registered = false;

/** Width in CSS pixels from which both texts are shown side by side. */
const wide = 720;

/** Shows Monaco's diff of two texts in `host`, as high as the longer one. Returns a function that disposes of it. */
export function openComparison(host: HTMLElement, before: string, after: string): () => void {
  if (!registered) {
    registered = true;
    monaco.languages.register({ id: readable });
    monaco.languages.setMonarchTokensProvider(readable, language);
  }
  followTheme();
  const original = monaco.editor.createModel(before, readable);
  const modified = monaco.editor.createModel(after, readable);
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
