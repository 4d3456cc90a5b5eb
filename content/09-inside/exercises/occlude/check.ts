import { check, type Random } from 'lab'

{
  type Picture = number[][]
  /** A score that counts each pixel by its own weight, and some of them in pairs, so that what is hidden elsewhere matters. */
  const scoreOf = (picture: Picture) => {
    const flat = picture.flatMap((row) => [...row])
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
    want: drops,
    cases: cases.map((given) => ({ given })),
    fresh: (random: Random): Given => {
      const size = random.whole(1, 3)
      const [rows, columns] = [2, 2].map(
        (least) => size * random.whole(least, 3),
      )
      const picture = random.grid([rows, columns], () =>
        random.real(0, 1),
      )
      return [picture, size, random.real(0.2, 0.9)]
    },
    wrong: [
      {
        when: ({ got }) =>
          [got].flat(2).every((value) => value === 0),
        en: 'No tile makes any difference here. Hide one, ask for the score again, and write down by how much it fell.',
        'zh-cn':
          '这里盖住哪一块都没有差别。盖住一块，再求一次分数，写下降了多少。',
      },
      {
        when: ({ got, given }) => {
          const whole = scoreOf(given[0])
          const shares = drops(...given)
            .flat()
            .map((drop) => drop / whole)
          return (
            is(got, shares) ||
            is(
              got,
              shares.map((share) => share * 100),
            )
          )
        },
        en: 'You divided the drop by the whole score. A difference is wanted here, not a share.',
        'zh-cn':
          '你拿下降量除以了整张图的分数。这里要的是差，不是比例。',
      },
      {
        when: ({ got, given: [picture, size, fill] }) => {
          const tiles = drops(picture, size, fill)
            .filter((_, y) => y % size === 0)
            .map((row) => row.filter((_, x) => x % size === 0))
          return size > 1 && is(got, tiles.flat())
        },
        en: 'That is one number per tile. The answer is as large as the picture: write the drop at every pixel of its tile.',
        'zh-cn':
          '这是每块一个数。答案要和图片一样大：把下降量写到这一块的每个像素上。',
      },
      {
        when: ({ got, given: [picture, size] }) =>
          is(got, drops(picture, size, 0).flat()),
        en: 'You covered with 0. The cover is `fill`, whatever it is.',
        'zh-cn': '你用 0 去盖了。该用 fill，不管它是几。',
      },
      {
        when: ({ got, given: [picture, size, fill] }) =>
          is(
            got,
            drops(picture, size, fill)
              .flat()
              .map((drop) => Math.max(0, drop)),
          ),
        en: 'Where the score rises, you write 0. A negative drop is an answer, too: without these pixels the score is higher.',
        'zh-cn':
          '分数上升的地方你写了 0。下降量为负也是答案：没有这些像素，分数反而更高。',
      },
      {
        when: ({ got, given: [picture, size, fill] }) =>
          size > 1 && is(got, drops(picture, 1, fill).flat()),
        en: 'You covered pixel by pixel. A tile is size × size pixels, hidden together.',
        'zh-cn':
          '你一个像素一个像素地盖。一块有 size × size 个像素，要一起盖住。',
      },
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
          '你返回的是剩下的分数。图上要画的是失去多少：用整张图的分数减去它。',
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
    learnt: {
      en: 'It needs no gradient and no layers: any model that gives a score can be asked like this.',
      'zh-cn':
        '它不用梯度，也不看层：只要模型给出分数，就可以这样问。',
    },
    hints: [
      {
        en: 'Ask once for the score of the untouched picture. Then go through the tiles: top and left in steps of size.',
        'zh-cn':
          '先求一次原图的分数，再逐块走：top 和 left 每次加 size。',
      },
      {
        en: 'For each tile make a new picture: fill inside the tile, the old value elsewhere.',
        'zh-cn': '每一块都造一张新图：块内是 fill，块外是原来的值。',
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
