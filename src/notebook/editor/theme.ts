import { codeColours, type CodeColours } from '../../site';
import { monaco } from './monaco';

let following = false;

/** Gives the editor the colours of the static code, so that nothing changes when it takes its place. */
export function followTheme(): void {
  if (following) return;
  following = true;
  define('receptive-light', 'vs', codeColours.light);
  define('receptive-dark', 'vs-dark', codeColours.dark);
  const apply = (): void =>
    monaco.editor.setTheme(document.documentElement.dataset.theme === 'dark' ? 'receptive-dark' : 'receptive-light');
  apply();
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

function define(name: string, base: monaco.editor.BuiltinTheme, colours: CodeColours): void {
  const rules = Object.entries(colours).map(([kind, colour]) => ({
    token: kind === 'text' ? '' : kind,
    foreground: colour.slice(1),
  }));
  monaco.editor.defineTheme(name, {
    base,
    inherit: false,
    rules,
    colors: {
      'editor.background': '#00000000',
      'editor.foreground': colours.text,
      'editorGutter.background': '#00000000',
      'editor.lineHighlightBackground': '#00000000',
      // Monaco colours pairs of brackets differently, and no option of an editor turns that off.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((level) => [`editorBracketHighlight.foreground${level}`, colours.text]),
      ),
    },
  });
}
