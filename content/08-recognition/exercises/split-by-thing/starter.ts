export {}

// things[i] names the thing that picture i shows. Put at least `wanted` pictures
// into `validation`, the others into `train` (indices),
// so that no thing is in both. Not more than needed: a thing at a time.
function splitByThing(things: string[], wanted: number) {
  const all = things.map((_, i) => i)
  return { train: all, validation: [] as number[] }
}
