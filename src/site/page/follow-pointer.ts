import { answerOf, linesFor, photoSize, placeAt, shadeOf, twoDigits, type Place } from '../geometry';

/** Lets the window of the start page's picture follow the pointer, computing from the same bytes as the cells. */
class OpeningFigure extends HTMLElement {
  #bytes: Promise<Uint8Array> | undefined;
  #place: Place | undefined;

  connectedCallback(): void {
    const photo = this.querySelector<SVGGraphicsElement>('.photo');
    photo?.addEventListener('pointermove', (event) => {
      const matrix = photo.getScreenCTM();
      if (!matrix) return;
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
      void this.#look(placeAt(point.x, point.y));
    });
  }

  async #look(place: Place): Promise<void> {
    this.#place = place;
    this.#bytes ??= readBytes(this.dataset['photo'] ?? '');
    const bytes = await this.#bytes.catch(() => undefined);
    if (!bytes || this.#place !== place) return;
    const values = windowOf(bytes, place);
    this.#move(place);
    const pixels = this.querySelectorAll<SVGElement>('.pixel');
    const texts = this.querySelectorAll<SVGElement>('.value');
    values.forEach((value, index) => {
      const { fill, ink } = shadeOf(value);
      if (pixels[index]) pixels[index].style.fill = fill;
      const text = texts[index];
      if (!text) return;
      text.style.fill = ink;
      text.textContent = twoDigits(value);
    });
    this.#part('.sum').textContent = twoDigits(answerOf(values));
  }

  #move(place: Place): void {
    const { window, spot, from, to } = linesFor(place);
    this.#set('.window', { x: window.x, y: window.y });
    this.#set('.spot', { cx: spot.x, cy: spot.y });
    this.#set('.from', { d: from });
    this.#set('.to', { d: to });
  }

  #set(selector: string, attributes: Record<string, string | number>): void {
    for (const [name, value] of Object.entries(attributes)) this.#part(selector).setAttribute(name, String(value));
  }

  #part(selector: string): SVGElement {
    const part = this.querySelector<SVGElement>(selector);
    if (!part) throw new Error(`opening-figure: ${selector} is missing`);
    return part;
  }
}

/** The pixels of a colour photograph in IDX format, gzipped: 16 bytes of header, then rows of RGB. */
async function readBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer()).subarray(16);
}

function windowOf(bytes: Uint8Array, { x, y }: Place): number[] {
  return [0, 1, 2].flatMap((m) =>
    [0, 1, 2].map((n) => {
      const at = 3 * ((y + m) * photoSize.width + x + n);
      return ((bytes[at] ?? 0) + (bytes[at + 1] ?? 0) + (bytes[at + 2] ?? 0)) / 3 / 255;
    }),
  );
}

export function defineOpeningFigure(): void {
  if (!customElements.get('opening-figure')) customElements.define('opening-figure', OpeningFigure);
}
