import type { NetworkOutput } from '../../protocol';
import { make, makeSvg } from '../kit/make-element';
import type { OnPage } from '../kit/on-page';
import { makeColumn, type NetworkColumn } from './network-column';
import { drawConnections, drawEdges, frameOf } from './network-edges';
import { layoutNetwork, tileAt, tileBox, type MapPlace, type NetworkLayout } from './network-layout';

export interface StageOf {
  output: NetworkOutput;
  /** Maps of each layer that the reader has asked for. */
  counts: readonly number[];
  /** Room for maps below each other, in CSS pixels. */
  bodyHeight: number;
}

/** All columns of a network, and the lines between and above them. */
export interface NetworkStage {
  readonly element: HTMLElement;
  layout(): NetworkLayout;
  build(of: StageOf): void;
  /** Draws the columns in view again, in the colours of the theme. */
  redraw(): void;
  /** Frames the map that the reader points at, with the maps it is computed from, and the opened map. */
  mark(pointed: MapPlace | undefined, opened: MapPlace | undefined): void;
  isMarked(): boolean;
  /** The map below the pointer. */
  mapUnder(event: MouseEvent): MapPlace | undefined;
}

/** Columns are drawn shortly before they come into view, and freed when they are far away again. */
const drawnAround = { rootMargin: '1200px 300px', scrollMargin: '300px' };

/**
 * @param more shows more maps of a layer
 */
export function makeNetworkStage(page: OnPage, first: StageOf, more: (layer: number) => void): NetworkStage {
  let { output } = first;
  let layout = layoutNetwork(output, first.counts, first.bodyHeight);
  let columns: NetworkColumn[] = [];
  const edges = makeSvg('svg', { class: 'rc-net-edges', 'aria-hidden': 'true' });
  const lines = makeSvg('svg', { class: 'rc-net-edges', 'aria-hidden': 'true' });
  const element = make('div', { class: 'rc-net-stage', role: 'application', tabindex: 0 });

  const look = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting } of entries) {
      const column = columns.find((one) => one.element === target);
      if (isIntersecting || matchMedia('print').matches) column?.draw();
      else column?.clear();
    }
  };
  const inView = page.observe(new IntersectionObserver(look, drawnAround));
  /** Only the observer knows which columns are in view; it reports them when it observes them again. */
  const drawInView = (): void => {
    inView.disconnect();
    for (const column of columns) inView.observe(column.element);
  };
  page.onRemove(() => columns.forEach((column) => column.clear()));

  return {
    element,
    layout: () => layout,
    build(of) {
      ({ output } = of);
      layout = layoutNetwork(output, of.counts, of.bodyHeight);
      columns = output.layers.map((_, index) => makeColumn(output, index, layout, () => more(index)));
      element.style.cssText = `width:${layout.width}px;height:${layout.height}px;--net-width:${layout.width}`;
      for (const svg of [lines, edges]) svg.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
      lines.replaceChildren(...drawConnections(output, layout));
      edges.replaceChildren();
      element.replaceChildren(lines, ...columns.map((column) => column.element), edges);
      drawInView();
    },
    redraw() {
      drawInView();
      if (matchMedia('print').matches) columns.forEach((column) => column.draw());
    },
    mark(pointed, opened) {
      const box = opened && tileBox(layout, opened);
      edges.replaceChildren(...(pointed ? drawEdges(output, layout, pointed) : []), ...(box ? frameOf(box) : []));
    },
    isMarked: () => edges.childElementCount > 0,
    mapUnder(event) {
      if (event.target instanceof Element && event.target.closest('button')) return undefined;
      const box = element.getBoundingClientRect();
      return tileAt(layout, event.clientX - box.left, event.clientY - box.top);
    },
  };
}
