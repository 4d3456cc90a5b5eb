export interface PictureSize {
  /** CSS pixels. */
  width: number;
  height: number;
  /** Whether it is enlarged: then every value becomes a square of whole device pixels. */
  enlarged: boolean;
}

/**
 * The size at which a picture is shown: near `preferred` CSS pixels wide, never wider than `available`, and, where it is enlarged, by
 * a whole number of device pixels per value, so that all values are squares of the same size.
 */
export function pictureSize(
  natural: { width: number; height: number },
  preferred: number,
  available: number,
  devicePixels: number,
): PictureSize {
  const factor = (Math.min(preferred, available) * devicePixels) / natural.width;
  const fits = Math.floor((available * devicePixels) / natural.width);
  const whole = Math.min(Math.round(factor), fits);
  const scale = (whole >= 1 ? whole : factor) / devicePixels;
  return { width: round(natural.width * scale), height: round(natural.height * scale), enlarged: whole >= 1 };
}

function round(pixels: number): number {
  return Math.round(pixels * 1000) / 1000;
}
