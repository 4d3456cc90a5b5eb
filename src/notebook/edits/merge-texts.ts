import { maxRivals, type EditRecord } from './edit-record';

/** What the page wants to keep of an edit. */
export type Edit = Omit<EditRecord, 'updatedAt' | 'rivals'>;

/** What a tab knows of the texts that the store has for a cell. */
export interface Known {
  /** The stored text as the tab knew it last; undefined where there was none. */
  base?: string | undefined;
  /** The rival that this tab has stored: its newer text takes that one's place. */
  rival?: string | undefined;
}

/**
 * The record after a tab writes `edit` over `stored`. Where another tab has written since, its text stays and ours is kept with it as a
 * rival, so that none is lost.
 */
export function merge(edit: Edit, stored: EditRecord | undefined, { base, rival }: Known): EditRecord {
  const rivals = (stored?.rivals ?? []).filter((one) => one !== rival);
  if (stored && stored.source !== base && stored.source !== edit.source)
    return withRivals(stored, [...rivals, edit.source]);
  return withRivals({ ...edit, updatedAt: Date.now() }, rivals);
}

/** The texts of `stored` that `record` has no longer, without `rival`, which the tab that writes has replaced itself. */
export function droppedFrom(stored: EditRecord | undefined, record?: EditRecord, rival?: string): string[] {
  const kept = new Set([record?.source, rival, ...(record?.rivals ?? [])]);
  return (stored?.rivals ?? []).filter((one) => !kept.has(one));
}

/** The record with these rivals: each once, none the record's own text, and the newest where there are too many. */
export function withRivals({ rivals: _, ...record }: EditRecord, rivals: readonly string[]): EditRecord {
  const distinct = [...new Set(rivals)].filter((one) => one !== record.source).slice(-maxRivals);
  return distinct.length > 0 ? { ...record, rivals: distinct } : record;
}
