import { check } from 'lab'

declare const sheetsNeeded: Record<string, number>

const sheetBank: Record<string, number[]> = {
  identity: [0, 0, 0, 0, 1, 0, 0, 0, 0],
  blur: Array<number>(9).fill(1 / 9),
  upright: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  level: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  outline: [-1, -1, -1, -1, 8, -1, -1, -1, -1],
  cross: [0, -1, 0, -1, 4, -1, 0, -1, 0],
}

await check({
  run: (line: string) => sheetsNeeded[line],
  cases: [
    { given: ['upright, flipped upright'], want: rankOfLine },
    { given: ['upright, level'], want: rankOfLine },
    {
      given: ['upright, level, flipped upright, flipped level'],
      want: rankOfLine,
    },
    { given: ['identity, blur, outline'], want: rankOfLine },
    { given: ['identity, blur, cross'], want: rankOfLine },
  ],
  wrong: [
    {
      when: ({ got }) => got === 0 || got === undefined,
      en: 'Without a sheet there is no kernel. Begin with 1, and ask whether all kernels of the line are multiples of one.',
      'zh-cn':
        '一片也没有，就没有卷积核。从 1 开始，看看这一行的卷积核是不是同一个核的倍数。',
    },
    {
      when: ({ got }) => got === 9,
      en: 'Nine sheets can hold any kernels of 3×3, so it works. But these kernels need far fewer.',
      'zh-cn':
        '九片能装下任何 3×3 的卷积核，当然够。可是这几个用不了那么多。',
    },
    {
      when: ({ got, given: [line], want }) =>
        got === line.split(',').length && Number(want) < Number(got),
      en: 'You counted the kernels. A kernel that is a combination of the others, a multiple or a sum, needs no sheet of its own.',
      'zh-cn':
        '你数的是卷积核的个数。能由别的核乘个数、加一加得到的，不必另占一片。',
    },
    {
      when: ({ got, want }) => Number(got) > Number(want),
      en: 'So many sheets are enough, but fewer would do: is one of the kernels made of the others?',
      'zh-cn':
        '这么多片够用，但还可以更少：有没有哪个核能由别的核组合出来？',
    },
    {
      when: ({ got, given: [line] }) =>
        got === 2 && line.includes('cross'),
      en: 'With two sheets, cross would have to be a·identity + b·blur. But that gives the same weight to all eight neighbours, and cross gives the corners 0.',
      'zh-cn':
        '两片的话，cross 就得等于 a·identity + b·blur。可那样八个邻居的权重都一样，而 cross 的四个角是 0。',
    },
    {
      when: ({ got }) => got === 1,
      en: 'With one sheet all kernels are multiples of it. Here they point in different directions.',
      'zh-cn':
        '只有一片，所有的核都是它的倍数。这里的核却各有各的方向。',
    },
    {
      when: ({ got }) =>
        typeof got !== 'number' || !Number.isInteger(got),
      en: 'A whole number of sheets is asked for in each line.',
      'zh-cn': '每一行要填的是片数，一个整数。',
    },
  ],
  learnt: {
    en: 'You have computed a rank: not how many kernels there are, but how many different directions.',
    'zh-cn': '你算的就是秩：不是有几个卷积核，而是有几个不同的方向。',
  },
  hints: [
    {
      en: 'A strength may be negative: a sheet and its negative are one sheet.',
      'zh-cn': '强度可以是负的：一片与它的相反数，算一片。',
    },
    {
      en: 'Write the kernels as columns of nine numbers. How many of them are not combinations of the ones before?',
      'zh-cn':
        '把每个卷积核写成一列九个数。有几列不能由前面的列组合出来？',
    },
    {
      en: 'The task itself says what outline is made of.',
      'zh-cn': 'outline 由什么组成，题目里已经说了。',
    },
  ],
})

function rankOfLine(line: string) {
  const columns = line.split(', ').map((name) => {
    const kernel = sheetBank[name.replace('flipped ', '')]
    return kernel.map((v) => (name.startsWith('flipped') ? -v : v))
  })
  // Gram-Schmidt: what is left of each column beside those before it
  const basis: number[][] = []
  for (const column of columns) {
    let rest = column
    for (const one of basis) {
      const share = dotOf(rest, one) / dotOf(one, one)
      rest = rest.map((value, i) => value - share * one[i])
    }
    if (dotOf(rest, rest) > 1e-9) basis.push(rest)
  }
  return basis.length
}
function dotOf(a: number[], b: number[]) {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}
