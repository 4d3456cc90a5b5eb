/** A part ends at so many cells or characters. */
const most = { cells: 20, characters: 20_000 };

/**
 * Texts in parts, each soon compiled and drawn, with time for the page after each: a file may bring hundreds of long cells.
 * What happens meanwhile is for the caller to look at.
 */
export async function* inParts<Text extends { source: string }>(texts: readonly Text[]): AsyncGenerator<Text[], void> {
  let part: Text[] = [];
  let characters = 0;
  for (const text of texts) {
    const { length } = text.source;
    if (part.length === most.cells || (part.length > 0 && characters + length > most.characters)) {
      yield part;
      await new Promise((resolve) => setTimeout(resolve));
      part = [];
      characters = 0;
    }
    part.push(text);
    characters += length;
  }
  if (part.length > 0) yield part;
}
