export {}

// #region the-last-ones
function splitByThing(things: string[], wanted: number) {
  const all = things.map((_, i) => i)
  const cut = things.length - wanted
  return { train: all.slice(0, cut), validation: all.slice(cut) }
}
// #endregion

// #region thrown-away
function splitByThing(things: string[], wanted: number) {
  const all = things.map((_, i) => i)
  const validation = all.slice(0, wanted)
  const known = new Set(validation.map((i) => things[i]))
  return {
    train: all.filter((i) => i >= wanted && !known.has(things[i])),
    validation,
  }
}
// #endregion

// #region wanted-things
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set([...new Set(things)].slice(0, wanted))
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion
