/** Reads something from a reader's value. Its getters and proxy traps may throw; the result is then `otherwise`. */
export function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
