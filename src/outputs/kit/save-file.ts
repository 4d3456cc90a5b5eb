/** Lets the reader save `blob` as a file. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address only after this task; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name from an output's title: its letters and digits of any script. */
export function fileName(title: string | undefined, fallback: string, extension: string): string {
  const stem = (title ?? '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${stem || fallback}.${extension}`;
}
