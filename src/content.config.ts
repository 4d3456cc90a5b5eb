import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { locales, pageId } from './site/build';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content',
      pattern: `*/{${Object.keys(locales).join()}}.mdx`,
      generateId: ({ entry }) => pageId(entry),
    }),
    schema: docsSchema(),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
