import type { APIRoute, GetStaticPaths } from 'astro';
import { chapterPlates, encodePng, plates } from '../../site/build/pictures';

const pictures = { ...plates, ...chapterPlates };

export const getStaticPaths: GetStaticPaths = () => Object.keys(pictures).map((name) => ({ params: { name } }));

export const GET: APIRoute = async ({ params }) => {
  const paint = pictures[params['name'] ?? ''];
  if (!paint) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(encodePng(await paint())), { headers: { 'Content-Type': 'image/png' } });
};
