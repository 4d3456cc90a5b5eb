/**
 * A picture { width, height, data } of RGB or RGBA bytes (alpha is dropped), made smaller by averaging the area under each new pixel,
 * so that its longer side has `longerSide` pixels. It averages linear light, not gamma-encoded sRGB values, so that fine texture keeps
 * its brightness.
 */
export function shrink({ width, height, data }, longerSide) {
  const channels = data.length / (width * height);
  const scale = Math.max(width, height) / longerSide;
  const [newWidth, newHeight] = [Math.round(width / scale), Math.round(height / scale)];
  const columns = areaShares(width, newWidth);
  const rows = areaShares(height, newHeight);
  const small = new Uint8Array(newWidth * newHeight * 3);
  rows.forEach((ys, y) => {
    columns.forEach((xs, x) => {
      for (let channel = 0; channel < 3; channel += 1) {
        let light = 0;
        for (const [fromY, shareY] of ys) {
          for (const [fromX, shareX] of xs)
            light += shareY * shareX * toLight(data[(fromY * width + fromX) * channels + channel]);
        }
        small[(y * newWidth + x) * 3 + channel] = toByte(light);
      }
    });
  });
  return { width: newWidth, height: newHeight, data: small };
}

/** For each of `to` pixels: the old pixels below it, each with its share of the area. */
export function areaShares(from, to) {
  const size = from / to;
  return Array.from({ length: to }, (_, index) => {
    const [start, end] = [index * size, Math.min((index + 1) * size, from)];
    const parts = [];
    for (let old = Math.floor(start); old < end; old += 1)
      parts.push([old, (Math.min(end, old + 1) - Math.max(start, old)) / (end - start)]);
    return parts;
  });
}

/** IEC 61966-2-1 (sRGB), byte to linear light in [0, 1] and back. */
export function toLight(byte) {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function toByte(light) {
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
}
