import { say } from '../words';

/** Milliseconds between two words about it: a flood must not keep the page busy. */
const pause = 1000;

/**
 * Returns a function that counts messages of cells that the page dropped. `tell` is called with the sentence about all of them, soon
 * after the first and then at most once a second.
 */
export function countUnread(tell: (text: string) => void): () => void {
  let count = 0;
  let waiting = false;
  return () => {
    count += 1;
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      tell(say('notebook.unread', { count }));
    }, pause);
  };
}
