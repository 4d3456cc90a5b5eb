import { keysOf, openControlDatabase } from './control-database';

/** True where the reader has set controls of the chapter on an earlier visit; false where the store does not open. */
export async function hasControls(chapter: string): Promise<boolean> {
  try {
    const database = await openControlDatabase();
    const count = await database.count('controls', keysOf(chapter));
    database.close();
    return count > 0;
  } catch {
    return false;
  }
}
