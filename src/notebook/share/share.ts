import { say } from '../../words';
import type { Notices } from '../notices/notices';
import type { Session } from '../session/session';
import { draftOf, isEmpty } from './draft';
import { isTooLargeForLink, longestLink, makeLink } from './link';

/** What sharing needs of a chapter's notebook. */
export interface ShareOptions {
  /** The chapter's folder in content/. */
  name: string;
  session(): Session;
  notices(): Notices | undefined;
}

/** Puts a link that carries the chapter's code, where it differs from the lesson, into the clipboard. */
export async function shareChapter({ name, session, notices }: ShareOptions): Promise<void> {
  const draft = draftOf(session());
  if (isEmpty(draft)) return notices()?.pass('share', { tone: 'info', text: say('notebook.shareNothing') });
  if (isTooLargeForLink(draft)) return notices()?.pass('share', { tone: 'warn', text: say('notebook.shareTooLarge') });
  const hash = await makeLink(name, draft);
  if (hash === undefined) return notices()?.pass('share', { tone: 'warn', text: say('notebook.shareUnable') });
  if (hash.length > longestLink) {
    const text = say('notebook.shareTooLong', { length: hash.length, limit: longestLink });
    return notices()?.pass('share', { tone: 'warn', text });
  }
  const link = new URL(hash, location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    notices()?.pass('share', { tone: 'info', text: say('notebook.shareCopied') });
  } catch {
    const field = { label: say('notebook.shareLink'), value: link };
    notices()?.set('share', { tone: 'info', text: say('notebook.shareByHand'), field });
  }
}
