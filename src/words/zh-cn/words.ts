import type { words as en } from '../en/words';
import type { Translation } from '../places';

export const words: Translation<typeof en> = {
  'words.comma': '、',
  'words.space': '',
  'words.brackets': '（{list}）',
};
