/** A plain-language explanation of a tfjs error with its likely cure, or nothing where we know none. */
export function explain(_message: string, _stack: string): string | undefined {
  return undefined;
}
