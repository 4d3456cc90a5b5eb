import * as tf from '@tensorflow/tfjs'

// #region not-awaited
// says: No time went by
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    work()
    durations.push(now() - start)
  }
  durations.sort((a, b) => a - b)
  return durations[(n - 1) / 2]
}
// #endregion

// #region mean-with-the-first
// says: The first call is in your mean
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const start = now()
  for (let i = 0; i < n; i++) await work()
  return (now() - start) / n
}
// #endregion

// #region mean
// says: This is the mean
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const start = now()
  for (let i = 0; i < n; i++) await work()
  return (now() - start) / n
}
// #endregion

// #region no-warm-up
// says: A median, but the first call is among
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    await work()
    durations.push(now() - start)
  }
  durations.sort((a, b) => a - b)
  return durations[(n - 1) / 2]
}
// #endregion

// #region all-at-once
// says: You started all calls at once
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const durations = await Promise.all(
    Array.from({ length: n }, async () => {
      const start = now()
      await work()
      return now() - start
    }),
  )
  durations.sort((a, b) => a - b)
  return durations[(n - 1) / 2]
}
// #endregion

// #region not-sorted
// says: That is one of the durations
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    await work()
    durations.push(now() - start)
  }
  return durations[(n - 1) / 2]
}
// #endregion

// #region shortest
// says: That is the shortest
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    await work()
    durations.push(now() - start)
  }
  return Math.min(...durations)
}
// #endregion

// #region another-clock
// says: You looked at another clock
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = performance.now()
    await work()
    durations.push(performance.now() - start)
  }
  durations.sort((a, b) => a - b)
  return durations[(n - 1) / 2]
}
// #endregion

// #region all-together
// says: the time of all n calls together
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  await work()
  const durations: number[] = []
  for (let i = 0; i < n; i++) {
    const start = now()
    await work()
    durations.push(now() - start)
  }
  return durations.reduce((a, b) => a + b, 0)
}
// #endregion
