import * as tf from '@tensorflow/tfjs'

// #region first-one-dropped
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const durations = new Float64Array(n + 1)
  for (let i = 0; i <= n; i++) {
    const start = now()
    await work()
    durations[i] = now() - start
  }
  return durations.slice(1).sort()[n >> 1]
}
// #endregion

// #region recursion
const typicalTime = (
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
) => {
  const measure = (left: number): Promise<number[]> => {
    if (left === 0) return Promise.resolve([])
    const start = now()
    return work().then(() => {
      const taken = now() - start
      return measure(left - 1).then((rest) => [taken, ...rest])
    })
  }
  return work()
    .then(() => measure(n))
    .then((all) => all.toSorted((a, b) => a - b)[Math.floor(n / 2)])
}
// #endregion

// #region half-are-shorter
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const times: number[] = []
  await work()
  let before = now()
  while (times.length < n) {
    await work()
    const after = now()
    times.push(after - before)
    before = after
  }
  const below = (one: number) => times.filter((t) => t < one).length
  const above = (one: number) => times.filter((t) => t > one).length
  return times.find(
    (one) => below(one) <= n / 2 && above(one) <= n / 2,
  )!
}
// #endregion

// #region a-tensor
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
) {
  await work()
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    await work()
    durations.push(now() - start)
  }
  const { values } = tf.topk(tf.tensor1d(durations), n)
  return values.gather((n - 1) / 2)
}
// #endregion
