import { bounds } from './bounds';
import { among, choice, floats, maybe, pair, real, shape, side, title, where, type Schema } from './schema';

/** How values become colours: grey (0 black), colour (RGB as it is), sequential, or diverging around zero. */
export type Scale = 'grey' | 'colour' | 'sequential' | 'diverging';

export interface Picture {
  title?: string;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  /** The tensor's values, [height, width, channels] row-major, shown to a reader who points at a pixel. */
  values: Float32Array;
  scale: Scale;
  range: [number, number];
}

export const scaleSchema: Schema<Scale> = choice<Scale>({
  grey: true,
  colour: true,
  sequential: true,
  diverging: true,
});

export const pictureSchema: Schema<Picture> = where(
  shape<Picture>({
    title: maybe(title),
    width: side,
    height: side,
    channels: among(1, 3, 4),
    values: floats,
    scale: scaleSchema,
    range: pair(real, real),
  }),
  ({ width, height, channels, values }) =>
    width * height <= bounds.pixels && values.length === width * height * channels,
);
