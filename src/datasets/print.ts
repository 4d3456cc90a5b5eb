/** A reader's value as a message shows it: strings in quotes, everything else as JavaScript prints it. */
export function print(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
