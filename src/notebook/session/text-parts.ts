import type { TextEvent } from './session-event';

/** A part ends at so many cells or characters. */
const most = { cells: 20, characters: 20_000 };

/**
 * The changes in parts, each soon compiled and drawn, with time for the page after each: a file may bring hundreds of long cells.
 * What happens meanwhile is for the caller to look at.
 */
export async function* inParts<Event extends TextEvent>(events: readonly Event[]): AsyncGenerator<Event[], void> {
  let part: Event[] = [];
  let characters = 0;
  for (const event of events) {
    const length = 'source' in event ? event.source.length : 0;
    if (part.length === most.cells || (part.length > 0 && characters + length > most.characters)) {
      yield part;
      await new Promise((resolve) => setTimeout(resolve));
      part = [];
      characters = 0;
    }
    part.push(event);
    characters += length;
  }
  if (part.length > 0) yield part;
}
