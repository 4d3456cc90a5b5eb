import { showOutput } from '../../outputs';
import type { Output } from '../../protocol';
import { linesOf, type JupyterOutput } from './jupyter-output';
import { numbersOf } from './numbers-of';
import { pngOf } from './png-of';

/** CSS pixels that an output is drawn for, as on the page of a large screen. */
const width = 734;
/** Milliseconds that charts and graphs get to be drawn. */
const patience = 3000;
/** What asks the reader for something, or tells a progress, means nothing in a file. */
const passing: readonly Output['kind'][] = ['control', 'file', 'loading', 'more', 'verdict'];

/** What a Jupyter notebook has of these outputs: the words and numbers of each, and of pictures also the picture. They are drawn unseen. */
export async function drawOutputs(outputs: readonly Output[]): Promise<JupyterOutput[]> {
  const place = document.createElement('div');
  place.inert = true;
  place.setAttribute('aria-hidden', 'true');
  // In the window, because some outputs draw only what is there.
  place.style.cssText = `position:fixed;inset:0 auto auto 0;width:${width}px;opacity:0;z-index:-1;pointer-events:none`;
  document.body.append(place);
  const shown = outputs
    .filter(({ kind }) => !passing.includes(kind))
    .map((output) => ({ output, ...drawIn(place, output) }));
  try {
    await drawn(place);
    return shown.map(({ output, element }) => jupyterOf(output, element));
  } finally {
    for (const one of shown) one.remove();
    place.remove();
  }
}

function drawIn(place: HTMLElement, output: Output): { element: HTMLElement; remove(): void } {
  const shown = showOutput(output, width);
  place.append(shown.element);
  // A transparent picture would be unreadable elsewhere.
  shown.element.style.background = 'var(--out-surface)';
  return { element: shown.element, remove: shown.remove };
}

/** Where charts and graphs say that they are still being drawn. */
const waiting = ':is(.rc-chart-picture, .rc-graph-box-scroll) > p';

/** Outputs find their sizes and draw in the frames after they have come into the page; charts wait for their library. */
async function drawn(place: HTMLElement): Promise<void> {
  const start = performance.now();
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let frames = 0; frames < 3; frames += 1) await frame();
  while (place.querySelector(waiting) && performance.now() - start < patience) await frame();
}

function jupyterOf(output: Output, element: HTMLElement): JupyterOutput {
  if (output.kind === 'error')
    return { output_type: 'error', ename: output.name, evalue: output.message, traceback: linesOf(output.message) };
  const text = [wordsOf(element), numbersOf(output)].filter(Boolean).join('\n');
  if (output.kind === 'log') return { output_type: 'stream', name: 'stdout', text: linesOf(`${text}\n`) };
  const png = pngOf(element);
  return {
    output_type: 'display_data',
    data: { 'text/plain': linesOf(text), ...(png !== undefined && { 'image/png': png }) },
    metadata: {},
  };
}

/** What can be read in an output: not what can be pressed, nor what is said of that, nor what a picture without its drawing would say. */
function wordsOf(element: HTMLElement): string {
  for (const one of element.querySelectorAll<HTMLElement>('button, label, output, svg, .rc-legend, .rc-unseen'))
    one.style.display = 'none';
  return element.innerText.replace(/\n{3,}/g, '\n\n').trim();
}
