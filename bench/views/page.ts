// The page's side: it draws what the worker sends with the book's own renderers, and measures the time.
import '../../src/outputs/outputs.css';
import { showOutput, type Shown } from '../../src/outputs';
import type { NetworkOutput, Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import type { Answer, Order } from './worker';

useWords(en, 'en');
const host = document.querySelector('#host')!;
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Gives an order to the worker; `take` gets each output as it arrives. */
function ask(order: Order, take: (output: Output, slot: string) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'done') resolve(data.value);
      else take(data.output as Output, data.slot);
    };
    worker.postMessage(order);
  });
}

let network: NetworkOutput | undefined;
let shown: Shown | undefined;

/** Fetches the network once. */
async function prepare(): Promise<unknown> {
  return ask({ kind: 'inspect' }, (output) => {
    if (output.kind === 'network') network = output;
  });
}

/** From receiving the output to showing every column: milliseconds of work, and until the next frame. */
async function draw(): Promise<{ work: number; seen: number }> {
  shown?.remove();
  await frame();
  await frame();
  const start = performance.now();
  shown = showOutput(structuredClone(network!));
  host.replaceChildren(shown.element);
  let work = performance.now() - start;
  while (!drawn()) {
    await frame();
    work = performance.now() - start;
  }
  await frame();
  return { work, seen: performance.now() - start };
}

function drawn(): boolean {
  const columns = [...host.querySelectorAll<HTMLElement>('.rc-net-column')];
  return columns.every((column) => {
    const canvas = column.querySelector('canvas')!;
    return canvas.width === Math.round(column.clientWidth * devicePixelRatio);
  });
}

/** Opens a map of the second layer, and points at the pixels of its window: milliseconds per move, style and layout included. */
async function point(moves: number): Promise<{ open: number; times: number[]; frames: number[] }> {
  const stage = host.querySelector<HTMLElement>('.rc-net-stage')!;
  const column = host.querySelector<HTMLElement>('[data-layer="2"] canvas')!.getBoundingClientRect();
  const before = performance.now();
  stage.dispatchEvent(new MouseEvent('click', { clientX: column.left + 15, clientY: column.top + 15, bubbles: true }));
  void host.clientHeight;
  const open = performance.now() - before;
  await frame();
  const targets = host.querySelectorAll<HTMLElement>('.rc-panel .rc-plane[tabindex]');
  const target = targets[targets.length - 1]!;
  const box = target.getBoundingClientRect();
  return { open, ...(await moveOver(target, box, moves)) };
}

/** Points at maps: frames and lines to the 64 maps that each is made of. */
async function hover(moves: number): Promise<{ times: number[]; frames: number[] }> {
  const stage = host.querySelector<HTMLElement>('.rc-net-stage')!;
  const column = host.querySelector<HTMLElement>('[data-layer="2"] canvas')!.getBoundingClientRect();
  return moveOver(stage, column, moves);
}

async function moveOver(
  target: HTMLElement,
  box: DOMRect,
  moves: number,
): Promise<{ times: number[]; frames: number[] }> {
  const times: number[] = [];
  const frames: number[] = [];
  let last = await frame();
  for (let at = 0; at < moves; at++) {
    const clientX = box.left + (((at * 37) % 100) / 100) * (box.width - 2) + 1;
    const clientY = box.top + (((at * 61) % 100) / 100) * (box.height - 2) + 1;
    const start = performance.now();
    target.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }));
    void host.clientHeight;
    times.push(performance.now() - start);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  return { times, frames };
}

/** Redraws `times` times and rebuilds every tenth time, with a fresh copy of the numbers each time. */
async function redraw(times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    shown?.update(structuredClone(network!));
    await frame();
    if (at % 10 === 0) await draw();
  }
}

async function memory(): Promise<number> {
  const { bytes } = await (performance as unknown as { measureUserAgentSpecificMemory(): Promise<{ bytes: number }> }).measureUserAgentSpecificMemory(); // prettier-ignore
  return bytes;
}

/** One training, drawn live as in the book. */
async function train(watch: boolean, epochs: number): Promise<{ fit: number; callbacks: number; looks: number }> {
  shown?.remove();
  shown = undefined;
  const places = new Map<string, Shown>();
  let looks = 0;
  const took = await ask({ kind: 'train', watch, epochs }, (output, slot) => {
    if (output.kind === 'replay') looks += 1;
    const known = places.get(slot);
    if (known) return known.update(output);
    const made = showOutput(output);
    places.set(slot, made);
    host.append(made.element);
  });
  places.forEach((place) => place.remove());
  return { ...(took as { fit: number; callbacks: number }), looks };
}

Object.assign(globalThis, { views: { prepare, draw, point, hover, redraw, memory, train } });
