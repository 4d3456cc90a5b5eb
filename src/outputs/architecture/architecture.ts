import type { ArchitectureNode, ArchitectureOutput } from '../../protocol';
import { listed, say } from '../../words';
import { drawGraph, shareOf, type Totals } from './architecture-drawing';
import { layoutGraph, type GraphLayout } from './architecture-layout';
import { walkGraph } from './architecture-walk';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import type { Shown } from '../kit/shown';
import { showSummary } from './summary';

/**
 * A model as a graph, with its summary next to it. Pointing at a layer, or walking along the edges with the arrow keys, says what it
 * reads, outputs and costs, and highlights its edges.
 */
export function showArchitecture(output: ArchitectureOutput): Shown<'architecture'> {
  const page = onPage();
  let current = output;
  let layout: GraphLayout | undefined;
  let at = 0;
  const box = make('div', { class: 'rc-graph-box-scroll', role: 'application', tabindex: 0 });
  const readout = make('output', { class: 'rc-readout' });
  const note = make('span', { class: 'rc-note' });
  const legend = make(
    'span',
    { class: 'rc-graph-legend' },
    make('span', { class: 'rc-graph-key rc-key-parameters' }, say('outputs.architecture.parameters')),
    make('span', { class: 'rc-graph-key rc-key-work' }, say('outputs.architecture.work')),
  );
  const totalsLine = make('p', { class: 'rc-graph-totals' });
  const summary = page.keep(showSummary(output.summary));
  const graph = make('div', { class: 'rc-graph-side' }, box, makeFoot([legend, note, readout], []));
  const frame = makeFrame(
    'architecture',
    output.title,
    totalsLine,
    make('div', { class: 'rc-architecture' }, graph, summary.element),
  );

  const light = (node: number | undefined): void => {
    for (const part of box.querySelectorAll<SVGElement>('[data-node], [data-from]')) {
      const { node: own, from, to } = part.dataset;
      const lit = node !== undefined && [own, from, to].includes(String(node));
      part.toggleAttribute('data-lit', lit);
    }
  };
  const read = (node: number): void => {
    at = node;
    light(node);
    readout.textContent = wordsFor(current, node);
  };
  const draw = async (): Promise<void> => {
    const drawn = current;
    const placed = await layoutGraph(drawn);
    if (drawn !== current || page.signal.aborted) return;
    layout = placed;
    box.replaceChildren(drawGraph(drawn, placed, totalsOf(drawn)));
    if (document.activeElement === box) read(at);
  };
  const update = (next: ArchitectureOutput): void => {
    const same = JSON.stringify([next.nodes, next.edges]) === JSON.stringify([current.nodes, current.edges]);
    current = next;
    frame.retitle(next.title);
    summary.update(next.summary);
    box.setAttribute('aria-label', say('outputs.architecture.label', { count: next.nodes.length }));
    totalsLine.textContent = totalsWords(next);
    note.textContent = next.omitted > 0 ? say('outputs.architecture.omitted', { count: next.omitted }) : '';
    if (same && (layout || next === output)) return;
    at = Math.min(at, next.nodes.length - 1);
    void draw();
  };

  box.addEventListener('pointerover', (event) => {
    const node = event.target instanceof Element && event.target.closest<SVGElement>('[data-node]');
    if (node) read(Number(node.dataset.node));
  });
  box.addEventListener('pointerleave', () => document.activeElement !== box && light(undefined));
  box.addEventListener('focus', () => read(at));
  box.addEventListener('blur', () => light(undefined));
  box.addEventListener('keydown', (event) => {
    if (!layout || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walkGraph(event.key, at, current, layout.nodes);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    read(next);
    bringIntoView(box, layout.nodes[next]);
  });

  box.replaceChildren(make('p', { class: 'rc-muted' }, say('outputs.chart.waiting')));
  readout.textContent = say('outputs.architecture.hint');
  update(output);
  void draw();
  return page.shown(frame.element, update);
}

function totalsOf({ nodes }: ArchitectureOutput): Totals {
  return {
    parameters: nodes.reduce((sum, { parameters }) => sum + parameters, 0),
    multiplyAdds: nodes.reduce((sum, { multiplyAdds }) => sum + (multiplyAdds ?? 0), 0),
  };
}

function totalsWords(output: ArchitectureOutput): string {
  const { parameters, multiplyAdds } = totalsOf(output);
  const known = output.nodes.every((node) => node.multiplyAdds !== null);
  return say(known ? 'outputs.architecture.totals' : 'outputs.architecture.least', {
    parameters,
    work: multiplyAdds,
  });
}

/** Everything about one layer, in one line. */
function wordsFor(output: ArchitectureOutput, at: number): string {
  const node = output.nodes[at];
  if (!node) return '';
  const name = (index: number): string => output.nodes[index]?.name ?? '';
  const read = output.edges.filter(({ to }) => to === at).map(({ from }) => name(from));
  const given = output.edges.filter(({ from }) => from === at).map(({ to }) => name(to));
  return [
    `${node.name} (${[node.type, node.settings].filter(Boolean).join(' · ')})`,
    ...(node.inside.length > 0 ? [say('outputs.architecture.inside', { model: node.inside.join(' › ') })] : []),
    say('outputs.architecture.output', { shape: node.outputShape }),
    ...costWords(node, totalsOf(output)),
    ...(read.length > 0 ? [say('outputs.architecture.reads', { names: listed(read) })] : []),
    ...(given.length > 0 ? [say('outputs.architecture.gives', { names: listed(given) })] : []),
  ].join(' · ');
}

function costWords({ parameters, multiplyAdds, shared }: ArchitectureNode, totals: Totals): string[] {
  const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`;
  if (!shared && parameters === 0 && multiplyAdds === 0) return [];
  const weights = shared
    ? say('outputs.architecture.shared')
    : say('outputs.architecture.weights', {
        count: parameters,
        share: percent(shareOf(parameters, totals.parameters)),
      });
  if (multiplyAdds === null) return [weights, say('outputs.architecture.unknown')];
  const share = percent(shareOf(multiplyAdds, totals.multiplyAdds));
  return [weights, say('outputs.architecture.multiplyAdds', { count: multiplyAdds, share })];
}

/** Scrolls a box as little as necessary, and never the page. */
function bringIntoView(box: HTMLElement, node: GraphLayout['nodes'][number] | undefined): void {
  if (!node) return;
  const room = 24;
  const shift = (start: number, size: number, from: number, length: number): number =>
    Math.min(0, start - room - from) + Math.max(0, start + size + room - from - length);
  box.scrollBy(
    shift(node.x - node.width / 2, node.width, box.scrollLeft, box.clientWidth),
    shift(node.y - node.height / 2, node.height, box.scrollTop, box.clientHeight),
  );
}
