export const words = {
  'words.comma': ', ',
  'words.brackets': ' ({list})',
} as const;
