import { existsSync, globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import starlight from '@astrojs/starlight';
import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { framePage, frameScript } from './src/notebook/build/frame-page';
import { cellAnchors } from './src/site/build/plugins/cell-anchors';
import { chapterComponents } from './src/site/build/plugins/chapter-components';
import { orderChapters, pagesBeside } from './src/site/build/chapter-name';
import { csp } from './src/site/build/plugins/csp';
import { locales } from './src/site/build/locale';
import { lightSpacing } from './src/site/build/plugins/light-spacing';
import { lazyMonacoCss } from './src/site/build/plugins/lazy-monaco-css';
import { oneTypesWorker } from './src/site/build/plugins/one-types-worker';
import { heldPunctuation } from './src/site/build/plugins/held-punctuation';
import { systemTheme } from './src/site/build/plugins/system-theme';
import { searchIndex } from './src/site/build/plugins/search-index';
import { wasmThreads } from './src/site/build/plugins/wasm-threads';

const folders = globSync('content/*/en.mdx').map((path) => basename(dirname(path)));
const chapters = orderChapters(folders);

/** The headers that SharedArrayBuffer, and so wasm threads, needs. public/_headers and scripts/serve.mjs have the same. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** What a chapter uses without importing it. */
const components = {
  Cell: '/src/notebook/build/Cell.astro',
  Exercise: '/src/notebook/build/Exercise.astro',
  Num: '/src/notebook/build/Num.astro',
  Aside: ['@astrojs/starlight/components', 'Aside'],
  Tabs: ['@astrojs/starlight/components', 'Tabs'],
  TabItem: ['@astrojs/starlight/components', 'TabItem'],
  Opening: '/src/site/opening/Opening.astro',
  Trial: '/src/site/opening/Trial.astro',
  ChapterList: '/src/site/chapters/ChapterList.astro',
};

/** Monaco's menus, in each language of the book that Monaco has. */
const monacoLanguages = Object.keys(locales)
  .map((slug) => `nls/lang/${slug}`)
  .filter((path) => existsSync(`node_modules/monaco-editor/esm/vs/${path}.js`))
  .map((path) => `monaco-editor/${path}`);

const shell = (part) => `./src/site/shell/${part}.astro`;

export default defineConfig({
  site: process.env.SITE,
  base: process.env.BASE ?? '/',
  server: { headers: isolation },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, [chapterComponents, components]],
      rehypePlugins: [rehypeKatex, heldPunctuation, rehypeHeadingIds, cellAnchors],
    }),
  },
  integrations: [
    starlight({
      title: locales.en.words['site.title'],
      description: locales.en.words['site.description'],
      defaultLocale: 'en',
      locales: Object.fromEntries(
        Object.entries(locales).map(([slug, { lang, name }]) => [slug, { lang, label: name }]),
      ),
      sidebar: [
        ...chapters.map(({ slug, order }) => ({ slug, attrs: { 'data-chapter': order, 'data-slug': slug } })),
        ...pagesBeside(folders),
      ],
      markdown: { processedDirs: ['./content'] },
      favicon: '/favicon.svg',
      credits: false,
      customCss: ['./src/site/theme/theme.css'],
      components: {
        Head: shell('Head'),
        Header: shell('Header'),
        SiteTitle: shell('SiteTitle'),
        Sidebar: shell('Sidebar'),
        PageTitle: shell('PageTitle'),
        TableOfContents: shell('TableOfContents'),
        MobileTableOfContents: shell('MobileTableOfContents'),
        Footer: shell('Footer'),
        ThemeProvider: shell('ThemeProvider'),
        ThemeSelect: shell('Nothing'),
        LanguageSelect: shell('Nothing'),
        Search: shell('Search'),
      },
      disable404Route: true,
      // The book has its own: Pagefind cuts Chinese into other words than those that readers type.
      pagefind: false,
    }),
    searchIndex(Object.keys(locales), chapters),
    systemTheme(),
    csp([frameScript]),
    // After the pages' policy, because it has one of its own.
    framePage(),
  ],
  vite: {
    plugins: [lazyMonacoCss(), lightSpacing(), oneTypesWorker()],
    optimizeDeps: {
      // Vite would find these only when a cell runs or is edited, and then the development server would reload the author's page.
      include: [
        '@jridgewell/sourcemap-codec',
        '@tensorflow/tfjs',
        '@tensorflow/tfjs-backend-wasm',
        'acorn',
        'chart.js',
        'idb',
        'monaco-editor/editor',
        'monaco-editor/features/register.all',
        'monaco-editor/languages/definitions/typescript/register',
        'monaco-editor/languages/features/typescript/register',
        'sucrase',
        ...monacoLanguages,
      ],
    },
    build: {
      rolldownOptions: {
        // Astro's own directives; it reads them before the bundler drops them.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
    worker: { format: 'es', plugins: () => [wasmThreads()], rolldownOptions: { output: { comments: false } } },
  },
});
