import type { Pixels } from './png';

/** A picture in vertical bands of equal width, each max-pooled with a different window: `windows` holds their sides, in pixels. */
export function pooled({ width, height, channels, bytes }: Pixels, windows: readonly number[]): Pixels {
  const out = Uint8Array.from(bytes, (_byte, index) => {
    const channel = index % channels;
    const column = Math.floor(index / channels) % width;
    const row = Math.floor(index / channels / width);
    const side = windows[Math.floor((column * windows.length) / width)] ?? 1;
    const [top, left] = [row - (row % side), column - (column % side)];
    let most = 0;
    for (let y = top; y < Math.min(top + side, height); y++)
      for (let x = left; x < Math.min(left + side, width); x++)
        most = Math.max(most, bytes[(y * width + x) * channels + channel] ?? 0);
    return most;
  });
  return { width, height, channels, bytes: out };
}

/** A picture in as many vertical bands as it has channels, each showing one channel alone. */
export function apart({ width, height, channels, bytes }: Pixels): Pixels {
  const out = bytes.map((byte, index) => {
    const band = Math.floor(((Math.floor(index / channels) % width) * channels) / width);
    return band === index % channels ? byte : 0;
  });
  return { width, height, channels, bytes: out };
}
