export {}

function parameters(
  size: number,
  height: number,
  width: number,
  channels: number,
  filters: number,
): number {
  return (size * size * channels + 1) * filters
}
