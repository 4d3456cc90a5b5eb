import { readdirSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { chapterComponents } from './src/site/chapter-components';
import { orderChapters } from './src/site/chapter-name';
import { csp } from './src/site/csp';
import { lazyMonacoCss } from './src/site/lazy-monaco-css';

const chapters = orderChapters(readdirSync(new URL('./content', import.meta.url)));

/** What SharedArrayBuffer, and with it wasm threads, asks of a page. public/_headers and scripts/serve.mjs say the same. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export default defineConfig({
  site: process.env.SITE,
  base: process.env.BASE ?? '/',
  server: { headers: isolation },
  markdown: {
    processor: unified({ remarkPlugins: [remarkMath, chapterComponents], rehypePlugins: [rehypeKatex] }),
  },
  integrations: [
    starlight({
      title: { en: 'Receptive', 'zh-CN': 'Receptive' },
      defaultLocale: 'en',
      locales: { en: { label: 'English', lang: 'en' }, 'zh-cn': { label: '简体中文', lang: 'zh-CN' } },
      sidebar: chapters.map(({ slug }) => slug),
      markdown: { processedDirs: ['./content'] },
      favicon: '/favicon.svg',
      credits: false,
      customCss: ['./src/site/theme.css'],
    }),
    csp(),
  ],
  vite: {
    plugins: [lazyMonacoCss()],
    worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  },
});
