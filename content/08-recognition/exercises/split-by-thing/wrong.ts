import * as tf from '@tensorflow/tfjs'

// #region the-last-ones
// says: Decide by thing, not by picture
function splitByThing(things: string[], wanted: number) {
  const all = things.map((_, i) => i)
  const cut = things.length - wanted
  return { train: all.slice(0, cut), validation: all.slice(cut) }
}
// #endregion

// #region thrown-away
// says: They are too precious to throw away
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
// says: counts pictures, not things
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set([...new Set(things)].slice(0, wanted))
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion

// #region names-for-indices
// says: is not the index of a picture
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set<string>()
  for (const thing of new Set(things)) {
    if (things.filter((one) => chosen.has(one)).length >= wanted)
      break
    chosen.add(thing)
  }
  return {
    train: things.filter((one) => !chosen.has(one)),
    validation: things.filter((one) => chosen.has(one)),
  }
}
// #endregion

// #region one-thing-is-enough
// says: pictures wanted are in validation
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set(
    wanted > 0 ? [things[things.length - 1]] : [],
  )
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion

// #region in-both
// says: A picture is in both parts
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set(things.slice(0, wanted))
  const all = things.map((_, i) => i)
  return {
    train: all,
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion
