import { inTurn, showOutput } from '../../outputs';
import type { Output } from '../../protocol';
import type { SlotOutput } from '../session/session-state';

/** The outputs below a cell. */
export interface OutputArea {
  /** Shows `outputs`; those of another run than `run` are dimmed, because they are about to be replaced. */
  render(outputs: readonly SlotOutput[], run: number | undefined): void;
  /** Ends what the area watches. */
  remove(): void;
}

/** Outputs of a cell that are drawn wherever they are, so that searching the page and links into it find them; a flood has more. */
const drawnAnywhere = 8;
/** How near to the window the others are drawn. */
const near = '1500px';

/** Shows the outputs of a cell in `host`: as many as a frame has time for, the rest in the next frames or when they come near. */
export function createOutputArea(host: HTMLElement): OutputArea {
  const life = new AbortController();
  const { signal } = life;
  let places: Place[] = [];
  let last: readonly SlotOutput[] = [];
  let lastRun: number | undefined;
  const byElement = new WeakMap<Element, Place>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        byElement.get(target)?.approach(isIntersecting);
      }
    },
    { rootMargin: near },
  );

  function follow(place: Place): void {
    byElement.set(place.element(), place);
    watch.observe(place.element());
  }

  function open(entry: SlotOutput): Place {
    const place = createPlace(entry, (before) => {
      watch.unobserve(before);
      follow(place);
    });
    follow(place);
    return place;
  }

  // On paper there is no window that anything could be far from.
  const drawAll = (): void => places.forEach((place) => place.draw());
  addEventListener('beforeprint', drawAll, { signal });
  matchMedia('print').addEventListener('change', ({ matches }) => matches && drawAll(), { signal });

  return {
    render(outputs, run) {
      if (outputs === last && run === lastRun) return;
      last = outputs;
      lastRun = run;
      const old = new Map(places.map((place) => [place.slot, place]));
      places = outputs.map((entry) => {
        const known = old.get(entry.slot);
        // Where the kind is the same, so is the element: focus and scroll position stay.
        if (known?.kind !== entry.output.kind) return open(entry);
        old.delete(entry.slot);
        return known;
      });
      for (const place of old.values()) {
        watch.unobserve(place.element());
        place.remove();
      }
      arrange(
        host,
        places.map((place) => place.element()),
      );
      outputs.forEach(({ output, run: own }, at) => {
        places[at]?.show(output, at < drawnAnywhere, run !== undefined && own !== run);
      });
    },
    remove() {
      life.abort();
      watch.disconnect();
      for (const place of places) place.remove();
    },
  };
}

/** The place of one output, which is empty until its turn to be drawn. */
interface Place {
  slot: string;
  kind: Output['kind'];
  element(): HTMLElement;
  /** Shows `output` in its turn: wherever the place is, or only near the window. */
  show(output: Output, anywhere: boolean, old: boolean): void;
  /** The place has come near the window, or has left it. */
  approach(isNear: boolean): void;
  /** Draws at once what is still to be drawn. */
  draw(): void;
  remove(): void;
}

/** @param drawnFirst called when the output takes the place of the empty element */
function createPlace({ slot, output: first }: SlotOutput, drawnFirst: (empty: HTMLElement) => void): Place {
  const { kind } = first;
  const empty = document.createElement('div');
  empty.dataset.output = kind;
  empty.toggleAttribute('data-later', true);
  let shown: ReturnType<typeof showOutput> | undefined;
  let [wanted, drawn]: (Output | undefined)[] = [first];
  let [anywhere, isNear, old] = [false, false, false];
  let takeBack: (() => void) | undefined;

  const element = (): HTMLElement => shown?.element ?? empty;

  function draw(): void {
    takeBack?.();
    takeBack = undefined;
    if (!wanted || drawn === wanted) return;
    drawn = wanted;
    if (shown) shown.update(wanted);
    else {
      shown = showOutput(wanted, empty.clientWidth);
      empty.replaceWith(shown.element);
      drawnFirst(empty);
    }
    shown.element.toggleAttribute('data-old', old);
    // The browser lays the output out within its turn, so that the next one waits if that takes long.
    void shown.element.offsetHeight;
  }
  function ask(): void {
    if (drawn === wanted || takeBack || !(anywhere || isNear)) return;
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
    show(output, everywhere, isOld) {
      [wanted, anywhere, old] = [output, everywhere, isOld];
      element().toggleAttribute('data-old', old);
      ask();
    },
    approach(now) {
      isNear = now;
      ask();
    },
    remove() {
      takeBack?.();
      if (shown) shown.remove();
      else empty.remove();
    },
  };
}

/** Puts the elements in order, and moves only those that are not in their place. */
function arrange(host: HTMLElement, elements: readonly HTMLElement[]): void {
  let next = host.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else host.insertBefore(element, next);
  }
}
