export {}

function splitByThing(things: string[], wanted: number) {
  const chosen = new Set<string>()
  const isChosen = (thing: string) => chosen.has(thing)
  for (const thing of new Set(things)) {
    if (things.filter(isChosen).length >= wanted) break
    chosen.add(thing)
  }
  const all = things.map((_, i) => i)
  return {
    train: all.filter((i) => !chosen.has(things[i])),
    validation: all.filter((i) => chosen.has(things[i])),
  }
}
