import { openEditStore } from './edit-store';
import { asidesOf } from './unsaved';

/** True where the store holds anything of the chapter, readable or not; false where the store does not open. */
export async function hasEdits(chapter: string): Promise<boolean> {
  if (asidesOf(chapter).length > 0) return true;
  try {
    const { records, corrupt } = await openEditStore().read(chapter);
    return records.length + corrupt.length > 0;
  } catch {
    return false;
  }
}
