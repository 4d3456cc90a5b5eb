import { saveFile } from '../../outputs';
import { joinProgress, readProgress, writeProgress } from '../../site';
import { say } from '../../words';
import { openControlStore } from '../controls/control-store';
import { openEditChannel } from '../edits/edit-channel';
import { keyOf } from '../edits/edit-record';
import type { EditKeeper } from '../edits/keep-edits';
import { openEditStore } from '../edits/edit-store';
import { openHistory } from '../history/cell-history';
import { historyStore } from '../history/history-store';
import type { Notice, Notices } from '../notices/notices';
import { listText } from '../session/status-text';
import { gatherBelongings, type BelongingsOptions } from './belongings';
import { largestFile, readEditsFile, writeEditsFile, type ReadFile } from './edits-file';
import { planImport, type ImportPlan, type Records } from './import-plan';
import { takeOver, type MergeOptions } from './merge';
import { leave } from './visit';

/** What a transfer needs of a chapter's notebook. */
export type TransferOptions = BelongingsOptions &
  MergeOptions & { edits: Pick<EditKeeper, 'history'>; notices(): Notices | undefined };

/** Saves the reader's edits of all chapters, what they set in controls and how far they came as one file. */
export async function exportEdits(notebook: TransferOptions): Promise<void> {
  leave(notebook.name);
  const own = await gatherBelongings(notebook);
  const count = own.edits.length;
  if (count + own.controls.length + own.history.length + Object.keys(own.progress).length === 0)
    return tell(notebook, { tone: 'info', text: say('notebook.export.nothing') });
  const now = new Date();
  const file = `receptive-edits-${now.toISOString().slice(0, 10)}.json`;
  saveFile(new Blob([writeEditsFile(own, now)], { type: 'application/json' }), file);
  tell(notebook, { tone: 'info', text: say('notebook.export.done', { count, file }) });
}

/** Asks for such a file and takes it over; where the reader has another text or other values, asks which ones stay. */
export async function importEdits(notebook: TransferOptions): Promise<void> {
  leave(notebook.name);
  const file = await chooseFile();
  if (!file) return;
  const read: ReadFile =
    file.size > largestFile ? { ok: false, problem: 'tooLarge' } : readEditsFile(await file.text());
  if (!read.ok) return tell(notebook, { tone: 'warn', text: say(`notebook.import.${read.problem}`) });
  const plan = planImport(await gatherBelongings(notebook), read);
  const finish = (takeTheirs: boolean): void =>
    void take(notebook, takeTheirs ? both(plan) : plan.fresh, { ...read, history: plan.history });
  if (plan.clashing.edits.length + plan.clashing.controls.length === 0) return finish(true);
  ask(notebook, plan, finish);
}

const both = ({ fresh, clashing }: ImportPlan): Records => ({
  edits: [...fresh.edits, ...clashing.edits],
  controls: [...fresh.controls, ...clashing.controls],
});

function ask(notebook: TransferOptions, { clashing }: ImportPlan, finish: (takeTheirs: boolean) => void): void {
  const cells = listText(
    [...new Set([...clashing.edits, ...clashing.controls].map(keyOf))].map((key) =>
      key.replace(`${notebook.name}/`, ''),
    ),
  );
  const answer = (choose: () => void) => (): void => {
    notebook.notices()?.set('import-ask', undefined);
    choose();
  };
  notebook.notices()?.set('import-ask', {
    tone: 'warn',
    text: say('notebook.merge.ask', { cells }),
    choices: [
      { label: say('notebook.merge.mine'), choose: answer(() => finish(false)) },
      { label: say('notebook.merge.theirs'), choose: answer(() => finish(true)) },
      { label: say('notebook.cancel'), choose: answer(() => undefined) },
    ],
  });
}

type TakenFile = Pick<Extract<ReadFile, { ok: true }>, 'unreadable' | 'progress' | 'history'>;

async function take(notebook: TransferOptions, records: Records, file: TakenFile): Promise<void> {
  const { unreadable, progress, history } = file;
  const isHere = (one: { chapter: string }): boolean => one.chapter === notebook.name;
  try {
    await store({
      edits: records.edits.filter((one) => !isHere(one)),
      controls: records.controls.filter((one) => !isHere(one)),
    });
  } catch {
    return tell(notebook, { tone: 'warn', text: say('notebook.import.store') });
  }
  const here = records.edits.filter(isHere);
  await takeOver(
    notebook,
    here.filter(({ place }) => !place),
    here.flatMap(({ cell: name, source, place }) => (place ? [{ name, source, place }] : [])),
    records.controls.filter(isHere),
  );
  notebook.edits.history.add(history.filter(isHere).flatMap(({ texts }) => texts));
  // Where the store takes no history, the file still has it.
  await historyStore.add(history.filter((one) => !isHere(one))).catch(() => undefined);
  const known = readProgress();
  const joined = joinProgress(known, progress);
  const further = JSON.stringify(joined) !== JSON.stringify(known);
  if (further) writeProgress(joined);
  await notebook.edits.flush();

  const { length } = records.edits;
  const beside = records.controls.length + history.length > 0 || further;
  const parts = [
    ...(length > 0 ? [say('notebook.import.done', { count: length })] : []),
    ...(beside ? [say('notebook.import.beside')] : []),
    ...(length === 0 && !beside ? [say('notebook.import.nothing')] : []),
    ...(unreadable > 0 ? [say('notebook.import.left', { count: unreadable })] : []),
  ];
  tell(notebook, { tone: unreadable > 0 ? 'warn' : 'info', text: parts.join(' ') });
}

/** Writes what belongs to other chapters, and tells tabs that show them. */
async function store({ edits, controls }: Records): Promise<void> {
  if (edits.length > 0) {
    const editStore = openEditStore();
    const channel = openEditChannel();
    for (const { updatedAt: _, ...edit } of edits) {
      const { chapter, cell, source, place } = edit;
      const { dropped } = await editStore.overwrite(edit);
      openHistory(chapter).keep(
        dropped.map((text) => ({ cell, source: text, why: 'replaced', ...(place && { place }) })),
      );
      channel.tell(chapter, cell, source);
    }
    channel.close();
  }
  if (controls.length === 0) return;
  const controlStore = await openControlStore();
  for (const { chapter, cell, controls: values } of controls) await controlStore.write(chapter, cell, values);
}

function tell(notebook: TransferOptions, notice: Notice): void {
  notebook.notices()?.pass('transfer', notice);
}

/** Lets the reader choose a file; undefined where they cancel. */
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
