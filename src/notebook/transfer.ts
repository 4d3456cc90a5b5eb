import { saveFile } from '../outputs';
import { say } from '../words';
import type { Chapter } from './chapter';
import { draftOf } from './draft';
import type { EditRecord } from './edit-record';
import { openEditStore } from './edit-store';
import { largestFile, readEditsFile, writeEditsFile } from './edits-file';
import { planImport, type ImportPlan } from './import-plan';
import { takeOver } from './merge';
import type { Notice } from './notices';
import { shownCells } from './scratch';
import { leave } from './share';
import { listText } from './status-text';

/** Saves the reader's edits of all chapters as one file. What the store refuses to give, the page gives: its own chapter's. */
export async function exportEdits(chapter: Chapter): Promise<void> {
  leave(chapter);
  await chapter.edits.flush();
  const records = new Map((await storedRecords()).map((record) => [`${record.chapter}/${record.cell}`, record]));
  for (const record of ownRecords(chapter)) {
    const key = `${record.chapter}/${record.cell}`;
    if (records.get(key)?.source !== record.source) records.set(key, record);
  }
  if (records.size === 0) return tell(chapter, { tone: 'info', text: say('notebook.export.nothing') });
  const now = new Date();
  const file = `receptive-edits-${now.toISOString().slice(0, 10)}.json`;
  saveFile(new Blob([writeEditsFile([...records.values()], now)], { type: 'application/json' }), file);
  tell(chapter, { tone: 'info', text: say('notebook.export.done', { count: records.size, file }) });
}

async function storedRecords(): Promise<EditRecord[]> {
  try {
    return (await (await openEditStore()).readAll()).records;
  } catch {
    return [];
  }
}

function ownRecords({ name: chapter, session }: Chapter): EditRecord[] {
  const updatedAt = Date.now();
  const edits = draftOf(session()).edits.map((edit): EditRecord => ({ chapter, ...edit, updatedAt }));
  const added = shownCells(session()).flatMap(({ name, source, place }): EditRecord[] =>
    place ? [{ chapter, cell: name, source, place, original: '', updatedAt }] : [],
  );
  return [...edits, ...added];
}

/** Asks for a file of edits and takes them over; where the reader has another text, it asks which one stays. */
export async function importEdits(chapter: Chapter): Promise<void> {
  leave(chapter);
  const file = await chooseFile();
  if (!file) return;
  const read =
    file.size > largestFile ? ({ ok: false, problem: 'tooLarge' } as const) : readEditsFile(await file.text());
  if (!read.ok) return tell(chapter, { tone: 'warn', text: say(`notebook.import.${read.problem}`) });
  await chapter.edits.flush();
  const own = new Map((await storedRecords()).map((record) => [`${record.chapter}/${record.cell}`, record]));
  for (const record of ownRecords(chapter)) own.set(`${record.chapter}/${record.cell}`, record);
  const plan = planImport([...own.values()], read.records);

  const finish = (theirs: boolean): void =>
    void take(chapter, theirs ? [...plan.fresh, ...plan.clashing] : plan.fresh, read.unreadable);
  if (plan.clashing.length === 0) return finish(true);
  ask(chapter, plan, finish);
}

function ask(chapter: Chapter, { clashing }: ImportPlan, finish: (theirs: boolean) => void): void {
  const cells = listText(
    clashing.map((one) => (one.chapter === chapter.name ? one.cell : `${one.chapter}/${one.cell}`)),
  );
  const answer = (choose: () => void) => (): void => {
    chapter.notices()?.set('import-ask', undefined);
    choose();
  };
  chapter.notices()?.set('import-ask', {
    tone: 'warn',
    text: say('notebook.merge.ask', { cells }),
    choices: [
      { label: say('notebook.merge.mine'), choose: answer(() => finish(false)) },
      { label: say('notebook.merge.theirs'), choose: answer(() => finish(true)) },
      { label: say('notebook.cancel'), choose: answer(() => undefined) },
    ],
  });
}

async function take(chapter: Chapter, records: readonly EditRecord[], unreadable: number): Promise<void> {
  try {
    const store = await openEditStore();
    const channel = new BroadcastChannel('receptive-edits');
    for (const { updatedAt: _, ...edit } of records.filter((one) => one.chapter !== chapter.name)) {
      await store.overwrite(edit);
      channel.postMessage({ chapter: edit.chapter, cell: edit.cell, source: edit.source });
    }
    channel.close();
  } catch {
    return tell(chapter, { tone: 'warn', text: say('notebook.import.store') });
  }
  const here = records.filter((one) => one.chapter === chapter.name);
  const added = here.flatMap(({ cell: name, source, place }) => (place ? [{ name, source, place }] : []));
  takeOver(
    chapter,
    here.filter(({ place }) => !place),
    added,
  );
  await chapter.edits.flush();
  const parts = [
    records.length > 0 ? say('notebook.import.done', { count: records.length }) : say('notebook.import.nothing'),
    ...(unreadable > 0 ? [say('notebook.import.left', { count: unreadable })] : []),
  ];
  tell(chapter, { tone: unreadable > 0 ? 'warn' : 'info', text: parts.join(' ') });
}

function tell(chapter: Chapter, notice: Notice): void {
  chapter.notices()?.pass('transfer', notice);
}

/** Lets the reader choose a file; nothing where they think better of it. */
function chooseFile(): Promise<File | undefined> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.hidden = true;
  input.dataset.part = 'import';
  input.setAttribute('aria-label', say('notebook.import.label'));
  document.body.append(input);
  return new Promise((resolve) => {
    const done = (): void => {
      resolve(input.files?.[0]);
      input.remove();
    };
    input.addEventListener('change', done);
    input.addEventListener('cancel', done);
    input.click();
  });
}
