import type { NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { makeFoot, makeFrame } from '../kit/frame';
import { make, makeSvg } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { makeColumn, type NetworkColumn } from './network-column';
import { drawConnections, drawEdges, frameOf } from './network-edges';
import { firstCount, layoutNetwork, tileAt, tileBox, walkNetwork, type MapPlace, type NetworkLayout } from './network-layout'; // prettier-ignore
import { openMap, type NetworkPanel } from './network-panel';
import { mapWords } from './network-words';
import type { Shown } from '../kit/shown';

const [tall, short, phone] = [430, 320, 560];

/**
 * A network at work: a column of maps for each layer. Pointing at a map shows what it is made of, a click opens it. By
 * keyboard: arrows walk over maps and layers, Page Up and Down go a layer on, Enter opens, Escape closes.
 */
export function showNetwork(output: NetworkOutput): Shown<'network'> {
  const page = onPage();
  let current = output;
  let counts: number[] = [];
  let layout: NetworkLayout = layoutNetwork({ layers: [] }, [], tall);
  let columns: NetworkColumn[] = [];
  let at: MapPlace = { layer: 0, plane: 0 };
  let opened: (MapPlace & { panel: NetworkPanel }) | undefined;
  let bodyHeight = tall;
  const edges = makeSvg('svg', { class: 'rc-net-edges', 'aria-hidden': 'true' });
  const lines = makeSvg('svg', { class: 'rc-net-edges', 'aria-hidden': 'true' });
  const stage = make('div', { class: 'rc-net-stage', role: 'application', tabindex: 0 });
  const scroll = make('div', { class: 'rc-net-scroll' }, stage);
  const readout = make('output', { class: 'rc-readout' });
  const panelPlace = make('div', { class: 'rc-net-panel' });
  const frame = makeFrame('network', output.title, scroll, makeFoot([readout], []), panelPlace);

  const visible = page.observe(
    new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const column = columns.find(({ element }) => element === target);
          if (isIntersecting || matchMedia('print').matches) column?.draw();
          else column?.clear();
        }
      },
      { rootMargin: '1200px 300px', scrollMargin: '300px' },
    ),
  );

  const rebuild = (): void => {
    visible.disconnect();
    layout = layoutNetwork(current, counts, bodyHeight);
    columns = current.layers.map((layer, index) =>
      makeColumn(current, index, layout, () => {
        counts[index] = Math.min(layer.maps.count, (counts[index] ?? 0) + firstCount(layer, current.limit));
        rebuild();
      }),
    );
    stage.style.cssText = `width:${layout.width}px;height:${layout.height}px;--net-width:${layout.width}`;
    for (const svg of [lines, edges]) svg.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
    lines.replaceChildren(...drawConnections(current, layout));
    edges.replaceChildren();
    stage.replaceChildren(lines, ...columns.map(({ element }) => element), edges);
    for (const { element } of columns) visible.observe(element);
  };
  const redraw = (): void => {
    // Only the observer knows which columns are in view; asked again, it tells.
    visible.disconnect();
    for (const { element } of columns) visible.observe(element);
    if (matchMedia('print').matches) columns.forEach((column) => column.draw());
    opened?.panel.redraw();
  };
  const point = (place: MapPlace | undefined): void => {
    const box = opened && tileBox(layout, opened);
    edges.replaceChildren(...(place ? drawEdges(current, layout, place) : []), ...(box ? frameOf(box) : []));
    if (!place) return;
    at = place;
    readout.textContent = mapWords(current, place);
  };
  const close = (): void => {
    const focused = panelPlace.contains(document.activeElement);
    opened?.panel.remove();
    opened = undefined;
    if (focused) stage.focus();
    else point(undefined);
  };
  const open = (place: MapPlace, focus: boolean): void => {
    if (opened?.layer === place.layer && opened.plane === place.plane) return close();
    opened?.panel.remove();
    opened = { ...place, panel: openMap(current, place, close) };
    panelPlace.replaceChildren(opened.panel.element);
    point(place);
    if (focus) panelPlace.querySelector<HTMLElement>('.rc-panel-title')?.focus();
  };
  const under = (event: MouseEvent): MapPlace | undefined => {
    if (event.target instanceof Element && event.target.closest('button')) return undefined;
    const box = stage.getBoundingClientRect();
    return tileAt(layout, event.clientX - box.left, event.clientY - box.top);
  };
  const update = (next: NetworkOutput): void => {
    const same = next.layers.length === current.layers.length && counts.length > 0;
    counts = next.layers.map((layer, index) =>
      Math.min(layer.maps.count, Math.max(same ? (counts[index] ?? 0) : 0, firstCount(layer, next.limit))),
    );
    current = next;
    frame.retitle(next.title);
    stage.setAttribute('aria-label', say('outputs.network.label', { count: next.layers.length }));
    const before = opened;
    if (before) close();
    rebuild();
    const layer = next.layers[before?.layer ?? -1];
    if (before && layer && before.plane < layer.maps.count) open({ layer: before.layer, plane: before.plane }, false);
  };

  stage.addEventListener('pointermove', (event) => {
    const place = under(event);
    if (!place || place.layer !== at.layer || place.plane !== at.plane || edges.childElementCount === 0) point(place);
  });
  stage.addEventListener('pointerleave', () => document.activeElement !== stage && point(undefined));
  stage.addEventListener('click', (event) => {
    const place = under(event);
    if (place) open(place, false);
  });
  stage.addEventListener('focus', () => point(at));
  stage.addEventListener('blur', () => point(undefined));
  stage.addEventListener('keydown', (event) => {
    if (event.target !== stage || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walkNetwork(event.key, layout, at);
    if (next) {
      point(next);
      bringIntoView(scroll, layout, next);
    } else if (event.key === 'Enter' || event.key === ' ') open(at, true);
    else if (event.key === 'Escape' && opened) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  page.fit(scroll, (width) => {
    const height = width < phone ? short : tall;
    if (height === bodyHeight) return;
    bodyHeight = height;
    rebuild();
  });
  page.onTheme(redraw);
  page.onRemove(() => {
    opened?.panel.remove();
    columns.forEach((column) => column.clear());
  });
  readout.textContent = say('outputs.network.hint');
  update(output);
  return page.shown(frame.element, update);
}

/** Scrolls sideways as little as it takes: the page itself stays where it is. */
function bringIntoView(scroll: HTMLElement, layout: NetworkLayout, place: MapPlace): void {
  const box = tileBox(layout, place);
  if (!box) return;
  const room = 24;
  const before = Math.min(0, box.x - room - scroll.scrollLeft);
  const after = Math.max(0, box.x + box.width + room - scroll.scrollLeft - scroll.clientWidth);
  scroll.scrollBy(before + after, 0);
}
