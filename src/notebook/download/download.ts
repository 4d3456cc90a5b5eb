import { saveFile } from '../../outputs';
import { say } from '../../words';
import type { Chapter } from '../chapter';
import { makeIpynb } from './ipynb';
import { siteBase } from '../page-data';
import { makeScript, type Origin } from './portable';
import type { ProseBlock } from '../build/prose';

/** Saves the chapter's cells, as they stand, as one TypeScript file. */
export function downloadScript(chapter: Chapter): void {
  const file = `${slugOf(chapter)}.ts`;
  const text = makeScript(
    chapter.session(),
    origin(document.querySelector('h1')?.textContent.trim() ?? chapter.name),
    file,
  );
  save(chapter, text, file, 'text/typescript');
}

/** Saves the chapter with its prose, which the build put beside the page, as a Jupyter notebook. */
export async function downloadNotebook(chapter: Chapter): Promise<void> {
  const prose = await fetchProse();
  if (!prose) return chapter.notices()?.pass('download', { tone: 'warn', text: say('notebook.download.unable') });
  const text = makeIpynb(chapter.session(), origin(prose.title), prose.blocks);
  save(chapter, text, `${slugOf(chapter)}.ipynb`, 'application/x-ipynb+json');
}

const slugOf = ({ name }: Chapter): string => name.replace(/^\d+-/, '');

const pageAddress = (): string => `${location.origin}${location.pathname}`;

const origin = (title: string): Origin => ({ title, url: pageAddress(), site: siteBase() });

function save(chapter: Chapter, text: string, file: string, type: string): void {
  saveFile(new Blob([text], { type }), file);
  chapter.notices()?.pass('download', { tone: 'info', text: say('notebook.download.done', { file }) });
}

/** The page's own prose; its language is the page's. */
async function fetchProse(): Promise<{ title: string; blocks: ProseBlock[] } | undefined> {
  try {
    const response = await fetch(new URL('prose.json', pageAddress().replace(/\/?$/, '/')));
    return response.ok ? ((await response.json()) as { title: string; blocks: ProseBlock[] }) : undefined;
  } catch {
    return undefined;
  }
}
