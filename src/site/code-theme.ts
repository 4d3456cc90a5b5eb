/** The colours of code, in the static cells, in the prose and in the editor. Contrast ≥ 4.5 : 1 on the surface of a cell. */
export interface CodeColours {
  text: string;
  comment: string;
  keyword: string;
  string: string;
  number: string;
  name: string;
  type: string;
}

export const codeColours: Record<'light' | 'dark', CodeColours> = {
  light: {
    text: '#24221d',
    comment: '#656057',
    keyword: '#86295c',
    string: '#7d4a08',
    number: '#1f5a9a',
    name: '#0b6a64',
    type: '#5a4696',
  },
  dark: {
    text: '#e3e0d8',
    comment: '#9b988f',
    keyword: '#e69ac0',
    string: '#e2b577',
    number: '#92bdf0',
    name: '#7fd1c4',
    type: '#bfaef0',
  },
};

/** The same for everything that CSS colours: custom properties, `--rc-code-comment` and so on, and a class for words of each kind. */
export function codeColoursCss(): string {
  const { light, dark } = codeColours;
  const kinds = Object.keys(light) as (keyof CodeColours)[];
  const properties = kinds.map((kind) => `--rc-code-${kind}:light-dark(${light[kind]},${dark[kind]})`);
  const classes = kinds.map((kind) => `.rc-code-${kind}{color:var(--rc-code-${kind})}`);
  return `:root{${properties.join(';')}}${classes.join('')}`;
}

/** A theme in VS Code's format, for the highlighter of the build. */
export function codeTheme(type: 'light' | 'dark', background: string) {
  const { text, comment, keyword, string, number, name, type: types } = codeColours[type];
  const rule = (scope: string[], foreground: string) => ({ scope, settings: { foreground, fontStyle: '' } });
  return {
    name: `receptive-${type}`,
    type,
    colors: { 'editor.background': background, 'editor.foreground': text },
    tokenColors: [
      rule(['comment', 'punctuation.definition.comment'], comment),
      rule(['keyword', 'storage', 'keyword.operator.new', 'keyword.operator.expression', 'variable.language'], keyword),
      rule(['keyword.operator', 'storage.type.function.arrow', 'punctuation', 'meta.brace'], text),
      rule(['string', 'punctuation.definition.string', 'markup.inline.raw'], string),
      rule(['constant.numeric', 'constant.language', 'support.constant'], number),
      rule(['entity.name.function', 'support.function', 'meta.function-call entity.name.function'], name),
      rule(['entity.name.type', 'entity.name.class', 'support.type', 'support.class'], types),
    ],
  };
}
