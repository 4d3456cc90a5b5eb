import { histogramSchema, momentsSchema, type Histogram, type Moments } from '../histogram';
import { scaleSchema, type Scale } from '../picture';
import {
  among,
  count,
  either,
  flag,
  floats,
  list,
  literal,
  maybe,
  name,
  none,
  pair,
  real,
  shape,
  side,
  title,
  variants,
  where,
  type Schema,
} from '../schema';

/** What was watched while a model trained; a scrubber goes through its history. */
export interface ReplayOutput {
  kind: 'replay';
  title?: string;
  /** While true, only the first and the newest moment are sent; afterwards all that were kept. */
  running: boolean;
  views: ReplayView[];
  /** The oldest first. */
  moments: ReplayMoment[];
}

/** One thing that is watched. Its scale is the same for all moments, so that they can be compared. */
export type ReplayView =
  | {
      as: 'pictures';
      title: string;
      /** One for each picture. */
      names: string[];
      width: number;
      height: number;
      channels: 1 | 3;
      scale: Scale;
      range: [number, number];
      /** How many pictures were left out. */
      omitted: number;
      /** Preferred width of one picture in CSS pixels. */
      size: number;
    }
  | { as: 'histogram'; title: string; /** Both ends of the axis. */ range: [number, number] };

export interface ReplayMoment {
  /** Epochs trained: 1.5 is in the middle of the second. */
  epochs: number;
  /** Steps trained. */
  steps: number;
  /** One for each view; `null` where there was nothing yet. */
  looks: (Look | null)[];
}

/** The values of a view's pictures, one after the other, or how its numbers are spread. */
export type Look = { values: Float32Array } | { spread: Histogram; moments: Moments };

type View<As extends ReplayView['as']> = Extract<ReplayView, { as: As }>;

const viewSchema: Schema<ReplayView> = variants<ReplayView, 'as'>('as', {
  pictures: shape<View<'pictures'>>({
    as: literal('pictures'),
    title,
    names: list(name),
    width: side,
    height: side,
    channels: among(1, 3),
    scale: scaleSchema,
    range: pair(real, real),
    omitted: count,
    size: real,
  }),
  histogram: shape<View<'histogram'>>({ as: literal('histogram'), title, range: pair(real, real) }),
});

const lookSchema: Schema<Look> = either(
  shape<Extract<Look, { values: unknown }>>({ values: floats }),
  shape<Extract<Look, { spread: unknown }>>({ spread: histogramSchema, moments: momentsSchema }),
);

export const replaySchema: Schema<ReplayOutput> = where(
  shape<ReplayOutput>({
    kind: literal('replay'),
    title: maybe(title),
    running: flag,
    views: list(viewSchema),
    moments: list(shape<ReplayMoment>({ epochs: real, steps: count, looks: list(either(lookSchema, none)) })),
  }),
  ({ views, moments }) =>
    moments.every(
      ({ looks }) => looks.length === views.length && looks.every((look, index) => isLookOf(look, views[index])),
    ),
);

function isLookOf(look: Look | null, view: ReplayView | undefined): boolean {
  if (look === null) return true;
  if (view?.as !== 'pictures') return 'spread' in look;
  return 'values' in look && look.values.length === view.names.length * view.width * view.height * view.channels;
}
