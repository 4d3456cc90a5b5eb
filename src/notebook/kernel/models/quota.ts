import type { ModelEntry, StoredModel } from '../../../protocol';
import { NotGranted } from '../place/not-granted';

/** What cells may keep: room for every model of the book many times over, and not enough to fill a reader's disk. */
export const quota = { models: 50, bytes: 200e6, oneModel: 100e6, name: 200 } as const;

export const bytesOf = ({ json, weights }: StoredModel): number => json.length + weights.byteLength;

/**
 * Checks that a model of that name may be saved beside those that are there.
 * @throws NotGranted
 */
export function checkQuota(name: string, model: StoredModel, entries: readonly ModelEntry[]): void {
  checkName(name);
  const bytes = bytesOf(model);
  if (bytes > quota.oneModel) throw new NotGranted({ why: 'too-large', most: quota.oneModel });
  const others = entries.filter((entry) => entry.name !== name);
  const total = others.reduce((sum, entry) => sum + entry.bytes, bytes);
  if (total > quota.bytes || others.length >= quota.models)
    throw new NotGranted({ why: 'full', bytes: quota.bytes, models: quota.models });
}

/** @throws NotGranted */
export function checkName(name: string): void {
  if (name === '' || name.length > quota.name) throw new NotGranted({ why: 'bad-name', most: quota.name });
}
