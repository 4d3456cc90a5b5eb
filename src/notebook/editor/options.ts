import type { monaco } from './monaco';

/** Settings that make Monaco sit in a page like the code it replaces. Sizes come from the page's own custom properties. */
export function editorOptions(host: HTMLElement): monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(host);
  const size = (name: string, fallback: number): number => Number.parseFloat(style.getPropertyValue(name)) || fallback;
  return {
    fontFamily: style.getPropertyValue('--rc-font-mono') || 'monospace',
    fontSize: size('--rc-code-size', 14),
    lineHeight: size('--rc-code-line', 21),
    padding: { top: size('--rc-code-pad', 12), bottom: size('--rc-code-pad', 12) },
    automaticLayout: true,
    // Its cell is the tab stop; Enter or a click opens the editor. As a stop of its own, Tab would enter it and then indent.
    tabIndex: -1,
    minimap: { enabled: false },
    lineNumbers: 'off',
    glyphMargin: false,
    folding: false,
    lineDecorationsWidth: 0,
    lineNumbersMinChars: 0,
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollbar: {
      vertical: 'hidden',
      alwaysConsumeMouseWheel: false,
      handleMouseWheel: true,
      horizontalScrollbarSize: 8,
    },
    fixedOverflowWidgets: true,
    contextmenu: true,
    fontLigatures: false,
    tabSize: 2,
    wordBasedSuggestions: 'off',
    accessibilitySupport: 'auto',
    stickyScroll: { enabled: false },
    guides: { indentation: false },
    occurrencesHighlight: 'off',
  };
}
