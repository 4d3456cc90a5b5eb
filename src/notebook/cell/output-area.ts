import { bookRun } from '../session/book-outputs';
import type { SlotOutput } from '../session/session-state';
import { createPlace, type Place } from './output-place';

/** The outputs below a cell. */
export interface OutputArea {
  /**
   * Shows `outputs`; those of another run than `run` are dimmed, because they are about to be replaced. With `stills`, stills in whose place
   * no output stands yet stay, dimmed during a run; otherwise all go.
   */
  render(outputs: readonly SlotOutput[], run: number | undefined, stills?: boolean): void;
  /** What `render` was given last. */
  outputs(): readonly SlotOutput[];
  /** The element of the output in that place; undefined where there is none. */
  elementOf(slot: string): HTMLElement | undefined;
  /** Draws at once what is still to be drawn. */
  draw(): void;
  /** Ends what the area watches. */
  remove(): void;
}

/** Outputs of a cell that are drawn wherever they are, so that searching the page and links into it find them; a flood has more. */
const drawnAnywhere = 8;
/** How near to the window the others are drawn. */
const near = '1500px';

const areas = new WeakMap<HTMLElement, OutputArea>();

/** The one area of outputs in `host`. What shows kept outputs and, later, the notebook's view of the cell share it, and all elements in it. */
export function outputAreaOf(host: HTMLElement): OutputArea {
  const known = areas.get(host);
  if (known) return known;
  const made = createOutputArea(host);
  areas.set(host, made);
  return made;
}

/** Shows the outputs of a cell in `host`: as many as a frame has time for, the rest in the next frames or when they come near. */
function createOutputArea(host: HTMLElement): OutputArea {
  const life = new AbortController();
  const { signal } = life;
  let places: Place[] = [];
  let last: readonly SlotOutput[] = [];
  let lastRun: number | undefined;
  /** By slot, in their order: those that the build wrote into the page, and for which no output has been drawn yet. */
  const stills = new Map<string, HTMLElement>();
  for (const still of host.querySelectorAll<HTMLElement>(':scope > .rc-still'))
    stills.set(still.dataset.slot ?? '', still);
  let withStills = true;
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
    const still = stills.get(entry.slot);
    const place = createPlace(entry, still, (before) => {
      watch.unobserve(before);
      follow(place);
    });
    follow(place);
    return place;
  }

  /** Keeps the places that `outputs` go on to use, and takes the others away. */
  function keepPlaces(outputs: readonly SlotOutput[]): Map<string, Place> {
    const wanted = new Map(outputs.map(({ slot, output }) => [slot, output.kind]));
    const stays = places.filter((place) => wanted.get(place.slot) === place.kind);
    for (const place of places) {
      if (stays.includes(place)) continue;
      watch.unobserve(place.element());
      place.remove();
    }
    return new Map(stays.map((place) => [place.slot, place]));
  }

  /** The stills in whose place there is no output, in their order. */
  function looseStills(): HTMLElement[] {
    const taken = new Set(places.map(({ slot }) => slot));
    return [...stills].filter(([slot]) => !taken.has(slot)).map(([, still]) => still);
  }

  const drawAll = (): void => places.forEach((place) => place.draw());
  // On paper there is no window that anything could be far from.
  addEventListener('beforeprint', drawAll, { signal });
  matchMedia('print').addEventListener('change', ({ matches }) => matches && drawAll(), { signal });

  return {
    outputs: () => last,
    elementOf: (slot) => places.find((place) => place.slot === slot)?.element(),
    draw: drawAll,
    render(outputs, run, stay = false) {
      if (outputs === last && run === lastRun && stay === withStills) return;
      [last, lastRun, withStills] = [outputs, run, stay];
      // Where the kind is the same, so is the element: focus and scroll position stay.
      const known = keepPlaces(outputs);
      places = outputs.map((entry) => known.get(entry.slot) ?? open(entry));
      const loose = looseStills();
      for (const still of loose) {
        still.toggleAttribute('data-old', run !== undefined);
        if (!stay) still.remove();
      }
      arrange(host, [...places.map((place) => place.element()), ...(stay ? loose : [])]);
      outputs.forEach(({ output, run: own }, at) => {
        const isOld = run !== undefined && own !== run;
        places[at]?.show(output, { anywhere: at < drawnAnywhere, old: isOld, kept: own === bookRun });
      });
    },
    remove() {
      life.abort();
      watch.disconnect();
      for (const place of places) place.remove();
      areas.delete(host);
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
