import * as tf from '@tensorflow/tfjs'

// #region from-the-end
function splitByThing(things: string[], wanted: number) {
  const chosen = new Set<string>()
  let count = 0
  for (const thing of [...new Set(things)].reverse()) {
    if (count >= wanted) break
    chosen.add(thing)
    count += things.filter((one) => one === thing).length
  }
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion

// #region rarest-first
function splitByThing(things: string[], wanted: number) {
  const times = new Map<string, number>()
  for (const thing of things)
    times.set(thing, (times.get(thing) ?? 0) + 1)
  const chosen = new Set<string>()
  let count = 0
  for (const [thing, n] of [...times].sort((a, b) => a[1] - b[1])) {
    if (count >= wanted) break
    chosen.add(thing)
    count += n
  }
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
// #endregion

// #region shuffled
async function splitByThing(things: string[], wanted: number) {
  const names = [...new Set(things)]
  tf.util.shuffle(names)
  await tf.nextFrame()
  const groups = names.map((name) =>
    things.flatMap((thing, i) => (thing === name ? [i] : [])),
  )
  const validation: number[] = []
  while (validation.length < wanted)
    validation.push(...groups.shift()!)
  return { validation, train: groups.flat() }
}
// #endregion

// #region typed-and-in-a-list
function splitByThing(things: string[], wanted: number) {
  const validation = new Set<number>()
  for (let i = 0; validation.size < wanted; i++)
    things.forEach(
      (thing, j) => thing === things[i] && validation.add(j),
    )
  const train = things
    .map((_, i) => i)
    .filter((i) => !validation.has(i))
  return [Int32Array.from(train), Int32Array.from(validation)]
}
// #endregion
