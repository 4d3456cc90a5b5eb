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
