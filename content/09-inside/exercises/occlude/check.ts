import { check } from 'lab'

{
  type Picture = number[][]
  /** A score that counts each pixel by its own weight, and some of them in pairs, so that what is hidden elsewhere matters. */
  const scoreOf = (picture: Picture) => {
    const flat = picture.flat()
    const single = flat.map((value, i) => value * Math.cos(i + 1))
    const pairs = flat.map((value, i) => value * (flat[i + 3] ?? 0))
    return [...single, ...pairs].reduce((sum, value) => sum + value)
  }
  const pictureOf = (rows: number, columns: number): Picture =>
    Array.from({ length: rows }, (_, y) =>
      Array.from(
        { length: columns },
        (_, x) => ((y * 7 + x * 3) % 10) / 10,
      ),
    )
  type Given = [Picture, size: number, fill: number]
  const drops = (picture: Picture, size: number, fill: number) =>
    picture.map((row, y) =>
      row.map((_, x) => {
        const [top, left] = [y - (y % size), x - (x % size)]
        const hidden = picture.map((own, i) =>
          own.map((value, j) =>
            i - (i % size) === top && j - (j % size) === left
              ? fill
              : value,
          ),
        )
        return scoreOf(picture) - scoreOf(hidden)
      }),
    )
  const is = (got: unknown, wanted: number[]) => {
    const flat = [got].flat(2)
    return (
      flat.length === wanted.length &&
      flat.every(
        (value, i) => Math.abs(Number(value) - wanted[i]) < 1e-6,
      )
    )
  }
  const cases: Given[] = [
    [pictureOf(2, 4), 2, 0],
    [pictureOf(4, 4), 2, 0.5],
    [pictureOf(6, 9), 3, 0.4],
    [pictureOf(3, 3), 1, 1],
  ]

  await check({
    run: (picture: Picture, size: number, fill: number) => {
      const copy = picture.map((row) => row.slice())
      return occlude(scoreOf, copy, size, fill)
    },
    cases: cases.map((given) => ({ given, want: drops })),
    wrong: [
      {
        when: ({ got, given }) =>
          is(
            got,
            drops(...given)
              .flat()
              .map((drop) => -drop),
          ),
        en: 'The sign is turned: a drop is the score before minus the score after. What matters should come out positive.',
        'zh-cn':
          '正负号反了：下降量等于遮挡前的分数减去遮挡后的分数。重要的地方应当得正数。',
      },
      {
        when: ({ got, given: [picture, size, fill] }) => {
          const corners = drops(picture, size, fill).map((row, y) =>
            row.map((drop, x) => (y % size || x % size ? 0 : drop)),
          )
          return is(got, corners.flat())
        },
        en: 'The drop stands only at each tile’s corner. All pixels that the tile hid get it.',
        'zh-cn':
          '下降量只写在每块的左上角。被这一块遮住的像素都要写上。',
      },
      {
        when: ({ got, given }) => {
          const whole = scoreOf(given[0])
          return is(
            got,
            drops(...given)
              .flat()
              .map((drop) => whole - drop),
          )
        },
        en: 'You return the score that is left. The map should show what is lost: the score of the whole picture minus that.',
        'zh-cn':
          '你返回的是剩下的分数。图上要画的是失去多少：用整幅图的分数减去它。',
      },
      {
        when: ({ got, given }) => {
          const [first, last] = [got, drops(...given)].map(
            (map) => (map as Picture)[0][0],
          )
          return Math.abs(first - last) < 1e-6
        },
        en: 'The first tile is right, later ones are not. Is the first tile still hidden when the second one is? Start from a fresh copy of the picture each time.',
        'zh-cn':
          '第一块对，后面的不对。遮第二块时，第一块揭开了吗？每次都要从原图的新副本开始。',
      },
    ],
    hints: [
      {
        en: 'Ask once for the score of the untouched picture. Then go through the tiles: top and left in steps of size.',
        'zh-cn':
          '先求一次原图的分数，再逐块走：top 和 left 每次加 size。',
      },
      {
        en: 'For each tile make a new picture: fill inside the tile, the old value elsewhere.',
        'zh-cn': '每一块都造一幅新图：块内是 fill，块外是原来的值。',
      },
      {
        en: 'Write score(picture) − score(hidden) at every pixel of the tile.',
        'zh-cn':
          '把 score(picture) − score(hidden) 写到这一块的每个像素上。',
      },
    ],
  })
}

declare function occlude(
  score: (picture: number[][]) => number,
  picture: number[][],
  size: number,
  fill: number,
): number[][]
