export {}

function maxPool(map: number[][], p: number, s: number) {
  const output: number[][] = []
  for (let i = 0; i + p <= map.length; i += s) {
    const row: number[] = []
    for (let j = 0; j + p <= map[0].length; j += s) {
      let largest = -Infinity
      for (let m = 0; m < p; m++)
        for (let n = 0; n < p; n++)
          largest = Math.max(largest, map[i + m][j + n])
      row.push(largest)
    }
    output.push(row)
  }
  return output
}
