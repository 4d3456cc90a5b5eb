import { bytes, copy, least, most, zero } from './memory.as';

/**
 * One image `[height, width, channels]` in a frame of zeros: row r and column c of the plane are row r − top and column c − left of
 * the image. A negative top or left cuts. With it no inner loop asks where the image ends.
 */
export function framePlane(
  to: usize, image: usize, height: i32, width: i32, channels: i32,
  top: i32, left: i32, planeHeight: i32, planeWidth: i32,
): void {
  const before = least(most(left, 0), planeWidth);
  const first = most(-left, 0);
  const inside = most(0, least(width - first, planeWidth - before));
  const row = bytes(planeWidth * channels);
  for (let r = 0; r < planeHeight; r++, to += row) {
    const from = r - top;
    if (from < 0 || from >= height || inside == 0) {
      zero(to, planeWidth * channels);
      continue;
    }
    zero(to, before * channels);
    copy(to + bytes(before * channels), image + bytes((from * width + first) * channels), inside * channels);
    zero(to + bytes((before + inside) * channels), (planeWidth - before - inside) * channels);
  }
}
