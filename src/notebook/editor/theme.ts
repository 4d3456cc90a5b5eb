import { monaco } from './monaco';

/** The same colours as the static code has, so that nothing changes when the editor takes its place. */
export function followTheme(): void {
  define('receptive-light', 'vs', codeColours.light);
  define('receptive-dark', 'vs-dark', codeColours.dark);
  const apply = (): void =>
    monaco.editor.setTheme(document.documentElement.dataset.theme === 'dark' ? 'receptive-dark' : 'receptive-light');
  apply();
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

interface CodeColours {
  text: string;
  comment: string;
  keyword: string;
  string: string;
  number: string;
  type: string;
}

const codeColours: Record<'light' | 'dark', CodeColours> = {
  light: { text: '24292e', comment: '6a737d', keyword: 'b31d28', string: '032f62', number: '005cc5', type: '6f42c1' },
  dark: { text: 'd6deeb', comment: '8b98a9', keyword: 'c792ea', string: 'ecc48d', number: 'f78c6c', type: 'ffcb8b' },
};

function define(name: string, base: monaco.editor.BuiltinTheme, colours: CodeColours): void {
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: [
      { token: '', foreground: colours.text },
      { token: 'comment', foreground: colours.comment },
      { token: 'keyword', foreground: colours.keyword },
      { token: 'string', foreground: colours.string },
      { token: 'number', foreground: colours.number },
      { token: 'type', foreground: colours.type },
    ],
    colors: {
      'editor.background': '#00000000',
      'editorGutter.background': '#00000000',
      'editor.lineHighlightBackground': '#00000000',
    },
  });
}
