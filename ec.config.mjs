import { defineEcConfig } from '@astrojs/starlight/expressive-code';

export default defineEcConfig({
  // The language of the copy button follows the chapter's file name, for content/ lies outside Starlight's own folder.
  getBlockLocale: ({ file }) =>
    /(^|[\\/])zh-cn\b/.test(`${file.url?.pathname ?? ''} ${file.path ?? ''}`) ? 'zh-CN' : 'en',
});
