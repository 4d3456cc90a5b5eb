import { inTurn, showOutput } from '../../outputs';
import type { Output } from '../../protocol';
import type { SlotOutput } from '../session/session-state';
import { counterpartOf, focusWithin } from './counterpart';

/** How a place shows its output. */
interface Looks {
  /** Wherever the place is, or only near the window. */
  anywhere: boolean;
  /** About to be replaced. */
  old: boolean;
  /** Left by the book's own run. */
  kept: boolean;
}

/** The place of one output, which is empty, or has a still of it, until its turn to be drawn. */
export interface Place {
  slot: string;
  kind: Output['kind'];
  element(): HTMLElement;
  /** Shows `output` in its turn. */
  show(output: Output, looks: Looks): void;
  /** The place has come near the window, or has left it. */
  approach(isNear: boolean): void;
  /** Draws at once what is still to be drawn. */
  draw(): void;
  remove(): void;
}

/**
 * @param still what stands in the place until its turn
 * @param drawnFirst called when the output takes the place of that, or of the empty element
 */
export function createPlace(
  { slot, output: first }: SlotOutput,
  still: HTMLElement | undefined,
  drawnFirst: (before: HTMLElement) => void,
): Place {
  const { kind } = first;
  const before = still ?? emptyPlace(kind);
  let shown: ReturnType<typeof showOutput> | undefined;
  let [wanted, drawn]: (Output | undefined)[] = [first];
  let looks: Looks = { anywhere: false, old: false, kept: false };
  let isNear = false;
  let takeBack: (() => void) | undefined;

  const element = (): HTMLElement => shown?.element ?? before;

  function mark(): void {
    element().toggleAttribute('data-old', looks.old);
    // What is marked so is an output: a still says itself what it is.
    if (shown) shown.element.toggleAttribute('data-kept', looks.kept);
  }
  function draw(): void {
    takeBack?.();
    takeBack = undefined;
    if (!wanted || drawn === wanted) return;
    drawn = wanted;
    if (shown) shown.update(wanted);
    else {
      shown = showOutput(wanted, before.clientWidth);
      if (still) takeOver(still, shown.element);
      else before.replaceWith(shown.element);
      drawnFirst(before);
    }
    mark();
    // The browser lays the output out within its turn, so that the next one waits if that takes long.
    void shown.element.offsetHeight;
  }
  function ask(): void {
    if (drawn === wanted || takeBack || !(looks.anywhere || isNear)) return;
    let done = false;
    const cancel = inTurn(() => {
      done = true;
      draw();
    });
    if (!done) takeBack = cancel;
  }
  return {
    slot,
    kind,
    element,
    draw,
    show(output, how) {
      [wanted, looks] = [output, how];
      mark();
      ask();
    },
    approach(now) {
      isNear = now;
      ask();
    },
    remove() {
      takeBack?.();
      if (shown) shown.remove();
      else before.remove();
    },
  };
}

function emptyPlace(kind: Output['kind']): HTMLElement {
  const empty = document.createElement('div');
  empty.dataset.output = kind;
  empty.toggleAttribute('data-later', true);
  return empty;
}

/** Puts the output into the place of its still: focus and scroll positions go over to it, and nothing below moves. */
function takeOver(still: HTMLElement, output: HTMLElement): void {
  const focused = focusWithin(still);
  const focus = focused && counterpartOf(focused, still);
  const scrolled = [...still.querySelectorAll<HTMLElement>('*')]
    .filter(({ scrollLeft, scrollTop }) => scrollLeft > 0 || scrollTop > 0)
    .map((box) => ({ find: counterpartOf(box, still), left: box.scrollLeft, top: box.scrollTop }));
  // Some parts find their size a moment after they have come into the page.
  output.style.minHeight = `${still.offsetHeight}px`;
  still.replaceWith(output);
  requestAnimationFrame(() => requestAnimationFrame(() => output.style.removeProperty('min-height')));
  for (const { find, left, top } of scrolled) find(output)?.scrollTo({ left, top, behavior: 'instant' });
  focus?.(output)?.focus({ preventScroll: true });
}
