import { monaco } from './monaco';

const keywords =
  `abstract as asserts async await break case catch class const continue debugger declare default delete do else enum export
extends finally for from function get if implements import in infer instanceof interface is keyof let module namespace new of out override
private protected public readonly return satisfies set static super switch this throw try type typeof unique var void while with yield`.split(
    /\s+/,
  );
const constants = ['true', 'false', 'null', 'undefined', 'NaN', 'Infinity'];
const types = ['any', 'bigint', 'boolean', 'never', 'number', 'object', 'string', 'symbol', 'unknown'];

/** Splits TypeScript into the kinds of token that src/site/code-theme.ts has colours for, as the highlighter of the build does. */
const language: monaco.languages.IMonarchLanguage = {
  // Without it, `\p{…}` means the letters p, {, … themselves.
  unicode: true,
  defaultToken: 'text',
  keywords,
  constants,
  types,
  tokenizer: {
    root: [{ include: 'code' }, [/\}/, 'text']],
    code: [
      [/\s+/, ''],
      [/\/\*/, 'comment', '@comment'],
      [/\/\/.*$/, 'comment'],
      [/'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/, 'string'],
      [/`/, 'string', '@template'],
      [/0[xXbBoO][\da-fA-F_]+n?|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?n?/, 'number'],
      [
        /#?[\p{ID_Start}$_][\p{ID_Continue}$]*(?=\s*(?:<[^<>()]*>)?\()/u,
        { cases: { '@keywords': 'keyword', '@default': 'name' } },
      ],
      [
        /#?[\p{ID_Start}$_][\p{ID_Continue}$]*/u,
        { cases: { '@keywords': 'keyword', '@constants': 'number', '@types': 'type', '@default': 'text' } },
      ],
      [/\{/, 'text', '@block'],
      // After a colon, a capitalised name is a type.
      [/(:\s*)([\p{ID_Start}$_][\p{ID_Continue}$]*)(\.)(\p{Lu}[\p{ID_Continue}$]*)/u, ['text', 'type', 'text', 'type']],
      [/(:\s*)(\p{Lu}[\p{ID_Continue}$]*)/u, ['text', 'type']],
      [/[^\s\w]/, 'text'],
    ],
    block: [[/\}/, 'text', '@pop'], { include: 'code' }],
    comment: [
      [/\*\//, 'comment', '@pop'],
      [/[^*]+|\*/, 'comment'],
    ],
    template: [
      [/`/, 'string', '@pop'],
      [/\$\{/, 'text', '@block'],
      [/(?:[^`\\$]|\\.|\$(?!\{))+/, 'string'],
      [/./, 'string'],
    ],
  },
};

/** Makes the editor split code into the same tokens as the static code. */
export function useTokens(): void {
  monaco.languages.setMonarchTokensProvider('typescript', language);
}
