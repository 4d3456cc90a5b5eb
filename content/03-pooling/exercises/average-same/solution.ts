export {}

function averageSame(map: number[][], p: number) {
  const reach = (p - 1) / 2
  return map.map((row, y) =>
    row.map((_, x) => {
      let [sum, count] = [0, 0]
      for (let i = y - reach; i <= y + reach; i++)
        for (let j = x - reach; j <= x + reach; j++) {
          const value = map[i]?.[j]
          if (value === undefined) continue
          sum += value
          count += 1
        }
      return sum / count
    }),
  )
}
