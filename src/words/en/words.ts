export const words = {
  'words.comma': ', ',
  'words.space': ' ',
  'words.brackets': ' ({list})',
} as const;
