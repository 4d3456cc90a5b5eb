import { saveFile } from '../../outputs';
import { say } from '../../words';
import type { Notices } from '../notices/notices';
import type { Session } from '../session/session';
import { makeIpynb } from './ipynb';
import { fetchKept } from '../kept/fetch-kept';
import { makeScript, type Origin } from './portable';
import type { ProseBlock } from './prose';
import { shownOutputs } from './shown-outputs';

/** What a download needs of a chapter's notebook. */
export interface DownloadOptions {
  /** The chapter's folder in content/. */
  name: string;
  /** Absolute address of the site's root, with a trailing slash. */
  site: string;
  session(): Session;
  notices(): Notices | undefined;
}

/** Saves the chapter's cells, with the reader's edits, as one TypeScript file. */
export function downloadScript(notebook: DownloadOptions): void {
  const { name, site, session } = notebook;
  const file = `${slugOf(name)}.ts`;
  const title = document.querySelector('h1')?.textContent.trim() ?? name;
  save(notebook, makeScript(session(), originOf(title, site), file), file, 'text/typescript');
}

/** Saves the chapter with its prose, which the build wrote next to the page, and with what its cells show, as a Jupyter notebook. */
export async function downloadNotebook(notebook: DownloadOptions): Promise<void> {
  const { name, site, session, notices } = notebook;
  const prose = await fetchProse();
  if (!prose) return notices()?.pass('download', { tone: 'warn', text: say('notebook.download.unable') });
  const shown = await shownOutputs(session(), (cell) => fetchKept(keptFile(name, cell)));
  const text = makeIpynb(session(), originOf(prose.title, site), prose.blocks, shown);
  save(notebook, text, `${slugOf(name)}.ipynb`, 'application/x-ipynb+json');
}

/** The file with what the book's own run left of a cell on this page. */
function keptFile(chapter: string, cell: string): string {
  const selector = `notebook-cell[data-chapter="${chapter}"][data-cell="${cell}"]`;
  return document.querySelector<HTMLElement>(selector)?.dataset.kept ?? '';
}

const slugOf = (name: string): string => name.replace(/^\d+-/, '');

const pageAddress = (): string => `${location.origin}${location.pathname}`;

const originOf = (title: string, site: string): Origin => ({ title, url: pageAddress(), site });

function save({ notices }: DownloadOptions, text: string, file: string, type: string): void {
  saveFile(new Blob([text], { type }), file);
  notices()?.pass('download', { tone: 'info', text: say('notebook.download.done', { file }) });
}

/** The prose of this page, in its language; undefined where it cannot be fetched. */
async function fetchProse(): Promise<{ title: string; blocks: ProseBlock[] } | undefined> {
  try {
    const response = await fetch(new URL('prose.json', pageAddress().replace(/\/?$/, '/')));
    return response.ok ? ((await response.json()) as { title: string; blocks: ProseBlock[] }) : undefined;
  } catch {
    return undefined;
  }
}
