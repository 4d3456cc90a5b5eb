/** A folder of content/: `02-convolution` is the second chapter and lives at `/en/convolution/`. */
export interface ChapterName {
  folder: string;
  order: number;
  slug: string;
}

const homeSlug = 'home';

/** Reads a chapter's order and slug from its folder; `undefined` for a folder that is not a chapter. */
export function parseChapterName(folder: string): ChapterName | undefined {
  const match = /^(\d+)-([a-z0-9][a-z0-9-]*)$/.exec(folder);
  if (!match) return undefined;
  const [, number, slug] = match as unknown as [string, string, string];
  return { folder, order: Number(number), slug };
}

/** The chapters of the book in reading order, without the home page. Two folders with the same slug or number are an error. */
export function orderChapters(folders: readonly string[]): ChapterName[] {
  const chapters = folders.map(parseChapterName).filter((name) => name !== undefined);
  refuseTwins(chapters, (chapter) => chapter.slug);
  refuseTwins(chapters, (chapter) => chapter.order);
  return chapters.filter((chapter) => chapter.slug !== homeSlug).sort((a, b) => a.order - b.order);
}

/** The slugs of the pages that are not chapters, such as the gallery: folders without a number, sorted. */
export function pagesBeside(folders: readonly string[]): string[] {
  return folders.filter((folder) => /^[a-z][a-z0-9-]*$/.test(folder)).sort();
}

/**
 * The id of a page in the collection, which is also its address: `02-convolution/en.mdx` → `en/convolution`, `gallery/en.mdx` →
 * `en/gallery`, and the home page `00-home/en.mdx` → `en`.
 */
export function pageId(path: string): string {
  const [folder = '', file = ''] = path.split('/');
  const slug = parseChapterName(folder)?.slug ?? pagesBeside([folder])[0];
  if (slug === undefined)
    throw new Error(`content/${folder}: the folder of a chapter must be named NN-slug, that of any other page slug`);
  const locale = file.replace(/\.mdx$/, '');
  return slug === homeSlug ? locale : `${locale}/${slug}`;
}

function refuseTwins(chapters: readonly ChapterName[], keyOf: (chapter: ChapterName) => string | number): void {
  const seen = new Map<string | number, ChapterName>();
  for (const chapter of chapters) {
    const twin = seen.get(keyOf(chapter));
    if (twin) throw new Error(`content/${twin.folder} and content/${chapter.folder} claim the same place`);
    seen.set(keyOf(chapter), chapter);
  }
}
