import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { codeColours, codeTheme } from './src/site/code-theme.ts';
import { lightCode } from './src/site/build/plugins/light-code.ts';

export default defineEcConfig({
  themes: [codeTheme('dark', '#1b1f22'), codeTheme('light', '#f4f1ea')],
  plugins: [lightCode(codeColours.light, [codeColours.light.text, codeColours.dark.text])],
  useStarlightUiThemeColors: false,
  useStarlightDarkModeSwitch: true,
  styleOverrides: {
    borderRadius: 'var(--rc-radius)',
    borderColor: 'var(--rc-line)',
    codeBackground: 'var(--rc-surface)',
    codeFontFamily: 'var(--rc-font-mono)',
    codeFontSize: '0.9375rem',
    codeLineHeight: '1.6',
    uiFontFamily: 'var(--rc-font-ui)',
    frames: {
      shadowColor: 'transparent',
      editorTabBarBackground: 'var(--rc-surface)',
      terminalTitlebarBackground: 'var(--rc-surface)',
    },
  },
  // The language of the copy button follows the chapter's file name, because content/ is outside Starlight's folder.
  getBlockLocale: ({ file }) =>
    Intl.getCanonicalLocales(/([\w-]+)\.mdx$/.exec(file.url?.pathname ?? file.path ?? '')?.[1] ?? 'en')[0],
});
