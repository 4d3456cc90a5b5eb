export {}

function zeroSmallest(values: number[], p: number): number[] {
  const count = Math.floor(p * values.length)
  const order = values.map((_, i) => i)
  order.sort((a, b) => Math.abs(values[a]) - Math.abs(values[b]))
  const gone = new Set(order.slice(0, count))
  return values.map((value, i) => (gone.has(i) ? 0 : value))
}
