import { createHash } from 'node:crypto';
import { make } from '../../../src/outputs/kit/make-element';
import { widthsOf } from './both-widths';
import type { Pictures, StillPicture } from './pictures';
import { layOut, writeSheet, type Sheet, type SheetPlace } from './sheet';

/** A sheet in one theme or, where its pictures look the same in both, for both. */
type Side = 'both' | 'light' | 'dark';

/** Where a picture is: the place on the sheet, and the file of the sheet for each side. */
interface Cut {
  sheet: Sheet;
  place: SheetPlace;
  picture: StillPicture;
  files: Partial<Record<Side, string>>;
}

/**
 * Puts the pictures of a cell on sheets, one for each theme, and shows in each place of a picture the part of a sheet that it is on.
 *
 * @param name of the files, below `public/kept/`, without what is after the hyphen
 * @returns the files, in the order in which the cell shows them
 */
export async function cutOut(
  stills: readonly Element[],
  pictures: Pictures,
  name: string,
): Promise<Map<string, Uint8Array>> {
  const places = stills.flatMap((still) => [...still.querySelectorAll<HTMLElement>('[data-picture]')]);
  const files = new Map<string, Uint8Array>();
  const cuts = new Map<string, Cut>();
  for (const keys of groupsOf(places)) {
    const shown = keys.map((key) => {
      const [light, dark] = key.split(' ').map((one) => pictures.get(one));
      if (!light || !dark) throw new Error(`stills: ${name} has no picture ${key}`);
      return { light, dark };
    });
    const sheet = layOut(shown.map(({ light }) => light));
    const own: Cut['files'] = {};
    const same = keys.every((key) => isSame(key));
    for (const side of same ? (['both'] as const) : (['light', 'dark'] as const)) {
      const shownHere = shown.map((pair) => pair[side === 'dark' ? 'dark' : 'light']);
      const bytes = await writeSheet(sheet, shownHere);
      const file = `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.webp`;
      files.set(file, bytes);
      own[side] = file;
    }
    keys.forEach((key, at) => {
      const [place, picture] = [sheet.places[at], shown[at]?.light];
      if (place && picture) cuts.set(key, { sheet, place, picture, files: own });
    });
  }
  for (const place of places) {
    const cut = cuts.get(keyOf(place));
    if (cut) fill(place, cut);
  }
  return files;
}

const keyOf = ({ dataset: { picture = '', dark = picture } }: HTMLElement): string => `${picture} ${dark}`;
const isSame = (key: string): boolean => key.split(' ')[0] === key.split(' ')[1];

/** The pictures that stand on a sheet together: those that are seen in the same places and the same themes, each once. */
function groupsOf(places: readonly HTMLElement[]): string[][] {
  const widths = new Map<string, Set<string>>();
  for (const place of places) {
    const key = keyOf(place);
    widths.set(key, (widths.get(key) ?? new Set()).add(widthsOf(place)));
  }
  const groups = new Map<string, string[]>();
  for (const [key, seen] of widths) {
    const where = seen.size === 1 ? [...seen].join('') : 'both';
    const group = `${where} ${isSame(key)}`;
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return [...groups.values()];
}

function fill(place: HTMLElement, { sheet, place: { x, y }, picture: { width, height }, files }: Cut): void {
  delete place.dataset.picture;
  delete place.dataset.dark;
  const part = (value: number): string => String(Math.round(value * 1e5) / 1e5);
  const cut = { x: x / width, y: y / height, w: sheet.width / width, h: sheet.height / height };
  const whole = sheet.width === width && sheet.height === height;
  const style = [place.getAttribute('style')];
  if (!whole) style.push(...Object.entries(cut).map(([name, value]) => `--${name}:${part(value)}`));
  // An element without a height of its own has that of its picture.
  if (place.classList.contains('rc-image-face')) style.push(`aspect-ratio:${width}/${height}`);
  const text = style.filter(Boolean).join(';');
  if (text) place.setAttribute('style', text);
  for (const [side, file] of Object.entries(files)) {
    const shown = side !== 'both' && `rc-in-${side}`;
    place.append(make('img', { class: shown, src: `{kept}${file}`, alt: '', loading: 'lazy', decoding: 'async' }));
  }
}
