export {}

function gridOf(values: number[], bits: number): [number, number] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const s = high > low ? (high - low) / (2 ** bits - 1) : 1
  return [s, Math.round(-low / s) + 0]
}
