export {}

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
  durations.sort((a, b) => a - b)
  return durations[(n - 1) / 2]
}
