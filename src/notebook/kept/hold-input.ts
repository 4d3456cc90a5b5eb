import type { HeldInput } from './held-input';

/*
 * Part of the only script that a page loads before its reader acts: keep it small. It notices that a reader turns to a still, has the
 * output itself put into its place, and holds what the reader does meanwhile.
 */

/** Milliseconds after which a finger that has not scrolled does not begin to. */
const patience = 150;

const heard = [
  ...['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'mousedown', 'click', 'dragstart', 'dragenter'],
  ...['dragover', 'focusin', 'keydown', 'input', 'change'],
];

/** Listens at a cell to which the build has given stills. That it scrolls near, or passes below a resting mouse, is no sign of interest. */
export function holdInput(cell: HTMLElement): void {
  const host = cell.querySelector<HTMLElement>('[data-part="outputs"]');
  if (!host?.querySelector('.rc-still')) return;
  const life = new AbortController();
  const held: HeldInput = { cell, host, events: [], over: undefined, end: () => life.abort() };
  let finger: ReturnType<typeof setTimeout> | undefined;
  let hovered = false;
  let asked = false;
  // Controls are there in stills too. What else the keyboard could enter is entered as one.
  if (host.querySelector('.rc-still :is(div[role="img"], .rc-net-stage)')) host.tabIndex = 0;

  async function ask(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
      await (await import('./show-kept')).showKept(held);
    } catch {
      // Who only passes by is told nothing.
      if (held.events.splice(0).length > 0) cell.toggleAttribute('data-unloaded', true);
    }
    asked = false;
  }

  const hear = (event: Event): void => {
    const { type, target } = event;
    const { key = '', pointerType, pointerId = 0, buttons } = event as Event & Partial<KeyboardEvent & PointerEvent>;
    if (!(target instanceof Element) || !(target === host || target.closest('.rc-still'))) return;
    if (!host.querySelector(':scope > .rc-still')) return;
    const hovers = type === 'pointermove' && buttons === 0;
    if (!hovers) held.events.push(event);
    if (type.startsWith('pointer')) held.over = hovers ? (event as PointerEvent) : undefined;

    // A stroke is heard wherever it leads.
    if (type === 'pointerdown' && target.closest('.rc-pad')) target.setPointerCapture(pointerId);
    // A stroke must not drag the still's picture, nor a file that is dropped take the page's place; a list that opens would close again, and
    // a key for the output would scroll.
    const onControl = target.closest('button, input, select, summary, a') !== null;
    const isForOutput = type === 'keydown' && key.startsWith('Arrow') && !onControl;
    const opens = type === 'mousedown' && target instanceof HTMLSelectElement;
    if (type === 'dragstart' || type === 'dragover' || isForOutput || opens) event.preventDefault();

    if (pointerType === 'touch' && type !== 'click') {
      clearTimeout(finger);
      if (type !== 'pointercancel') finger = setTimeout(() => void ask(), type === 'pointerup' ? 0 : patience);
    } else if (!hovers || !hovered) void ask();
    hovered ||= hovers;
  };
  for (const type of heard) host.addEventListener(type, hear, { capture: true, signal: life.signal });
}
