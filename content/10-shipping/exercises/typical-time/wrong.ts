// #region wrong-1
async function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number> {
  const durations: number[] = []
  for (let i = 0; i <= n; i++) {
    const start = now()
    work()
    durations.push(now() - start)
  }
  durations.sort((a, b) => a - b)
  return durations[Math.floor(n / 2)]
}
// #endregion

// #region wrong-2
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

// #region wrong-3
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

// #region wrong-4
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
