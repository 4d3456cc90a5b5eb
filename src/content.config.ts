import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageId } from './site/build';

export const collections = {
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '*/{en,zh-cn}.mdx', generateId: ({ entry }) => pageId(entry) }),
    schema: docsSchema(),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
