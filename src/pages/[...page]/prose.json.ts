import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { proseBlocks } from '../../notebook/build';

/** The prose of each chapter, next to its page, for readers who download the chapter. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('docs')).map(({ id, data, body = '' }) => ({
    params: { page: id },
    props: { title: data.title, blocks: proseBlocks(body) },
  }));

export const GET: APIRoute = ({ props }) => Response.json(props);
