/** English: the table whose keys all other languages must have. Grouped by the room that says them. */
export const en = {
  // kernel
  'kernel.stopped': 'Stopped.',
} as const;
