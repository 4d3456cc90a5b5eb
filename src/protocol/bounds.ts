/**
 * The most that the page takes from code that is not its own. The kernel sends far less: whatever exceeds these bounds was not made by
 * the lab.
 */
export const bounds = {
  /** Of one message: every string, number, list and object counts as a node. */
  message: { nodes: 250_000, characters: 20_000_000, bytes: 1_000_000_000, depth: 64 },
  /** Characters of a name: of a cell, a slot, a layer, a class, a series, a file. */
  name: 2_000,
  /** Characters of a title, a label or one fact. */
  title: 2_000,
  /** Characters of one line, value or message. */
  text: 200_000,
  /** Items of one list, as long as the whole message is within its bounds. */
  items: 100_000,
  /** Pixels of one side, and of a whole picture. */
  side: 65_535,
  pixels: 2 ** 26,
  /** Numbers in one typed array. */
  numbers: 2 ** 28,
  /** The largest whole number that counts something. */
  count: Number.MAX_SAFE_INTEGER,
  /** Files that a control holds. */
  files: 1_000,
} as const;
