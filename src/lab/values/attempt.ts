/** Reads a reader's value, whose getters and proxy traps may throw: then the answer is `otherwise`. */
export function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
