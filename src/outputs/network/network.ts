import type { NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { reveal } from '../kit/scroll-box';
import type { Shown } from '../kit/shown';
import { firstCount, tileBox, walkNetwork, type MapPlace, type NetworkLayout } from './network-layout';
import { openMap, type NetworkPanel } from './network-panel';
import { makeNetworkStage } from './network-stage';
import { mapWords } from './network-words';

/** Height for maps below each other, in CSS pixels; less if the output is narrower than `phoneWidth`. */
const bodyHeightOnDesk = 430;
const bodyHeightOnPhone = 320;
const phoneWidth = 560;

/**
 * A network at work: a column of maps for each layer. Pointing at a map shows what it is computed from, a click opens it. By keyboard:
 * arrows move over maps and layers, Page Up and Down go to the next or previous layer, Enter opens, Escape closes.
 */
export function showNetwork(output: NetworkOutput): Shown<'network'> {
  const page = onPage();
  let current = output;
  let counts: number[] = [];
  let at: MapPlace = { layer: 0, plane: 0 };
  let opened: (MapPlace & { panel: NetworkPanel }) | undefined;
  const heightFor = (width: number): number => (width < phoneWidth ? bodyHeightOnPhone : bodyHeightOnDesk);
  let bodyHeight = heightFor(page.width);
  const stage = makeNetworkStage(page, { output, counts, bodyHeight }, (index) => {
    const layer = current.layers[index];
    if (!layer) return;
    counts[index] = Math.min(layer.maps.count, (counts[index] ?? 0) + firstCount(layer, current.limit));
    rebuild();
  });
  const scroll = make('div', { class: 'rc-net-scroll' }, stage.element);
  const readout = make('output', { class: 'rc-readout' });
  const panelPlace = make('div', { class: 'rc-net-panel' });
  const frame = makeFrame('network', output.title, scroll, makeFoot([readout], []), panelPlace);

  const rebuild = (): void => stage.build({ output: current, counts, bodyHeight });
  const point = (place: MapPlace | undefined): void => {
    stage.mark(place, opened);
    if (!place) return;
    at = place;
    readout.textContent = mapWords(current, place);
  };
  const close = (): void => {
    const focused = panelPlace.contains(document.activeElement);
    opened?.panel.remove();
    opened = undefined;
    if (focused) stage.element.focus();
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
  const openHere = (place: MapPlace, focus: boolean): void => {
    open(place, focus);
    if (opened) reveal(page, opened.panel.element);
  };
  const update = (next: NetworkOutput): void => {
    const same = next.layers.length === current.layers.length && counts.length > 0;
    counts = next.layers.map((layer, index) =>
      Math.min(layer.maps.count, Math.max(same ? (counts[index] ?? 0) : 0, firstCount(layer, next.limit))),
    );
    current = next;
    frame.retitle(next.title);
    stage.element.setAttribute('aria-label', say('outputs.network.label', { count: next.layers.length }));
    const before = opened;
    if (before) close();
    rebuild();
    const layer = next.layers[before?.layer ?? -1];
    if (before && layer && before.plane < layer.maps.count) open({ layer: before.layer, plane: before.plane }, false);
  };

  stage.element.addEventListener('pointermove', (event) => {
    const place = stage.mapUnder(event);
    if (!place || place.layer !== at.layer || place.plane !== at.plane || !stage.isMarked()) point(place);
  });
  stage.element.addEventListener('pointerleave', () => document.activeElement !== stage.element && point(undefined));
  stage.element.addEventListener('click', (event) => {
    const place = stage.mapUnder(event);
    if (place) openHere(place, false);
  });
  stage.element.addEventListener('focus', () => point(at));
  stage.element.addEventListener('blur', () => point(undefined));
  stage.element.addEventListener('keydown', (event) => {
    if (event.target !== stage.element || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = walkNetwork(event.key, stage.layout(), at);
    if (next) {
      point(next);
      bringIntoView(scroll, stage.layout(), next);
    } else if (event.key === 'Enter' || event.key === ' ') openHere(at, true);
    else if (event.key === 'Escape' && opened) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  page.fit(scroll, (width) => {
    const height = heightFor(width);
    if (height === bodyHeight) return;
    bodyHeight = height;
    rebuild();
  });
  page.onTheme(() => {
    stage.redraw();
    opened?.panel.redraw();
  });
  page.onRemove(() => opened?.panel.remove());
  readout.textContent = say('outputs.network.hint');
  update(output);
  return page.shown(frame.element, update);
}

/** Scrolls sideways as little as necessary, and never the page. */
function bringIntoView(scroll: HTMLElement, layout: NetworkLayout, place: MapPlace): void {
  const box = tileBox(layout, place);
  if (!box) return;
  const room = 24;
  const before = Math.min(0, box.x - room - scroll.scrollLeft);
  const after = Math.max(0, box.x + box.width + room - scroll.scrollLeft - scroll.clientWidth);
  scroll.scrollBy(before + after, 0);
}
