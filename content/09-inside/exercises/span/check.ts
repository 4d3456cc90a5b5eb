import { check, numbersIn, type Random } from 'lab'

{
  type Layer = { k: number; s: number; p: number }
  const conv = { k: 3, s: 1, p: 1 }
  const pool = { k: 2, s: 2, p: 0 }
  const cases: [Layer[], number][] = [
    [[{ k: 3, s: 1, p: 0 }], 4],
    [[conv, conv], 5],
    [
      [
        { k: 5, s: 2, p: 1 },
        { k: 3, s: 1, p: 1 },
      ],
      4,
    ],
    [[{ k: 3, s: 1, p: 0 }, pool, { k: 3, s: 1, p: 0 }], 2],
    [[conv, pool, conv], 0],
    [[conv, pool, conv, pool, conv], 3],
    [[{ k: 7, s: 2, p: 2 }, { k: 3, s: 2, p: 0 }, conv], 6],
  ]

  const forward = (
    layers: Layer[],
    i: number,
    rule: {
      flat?: true
      early?: true
      bare?: true
      still?: true
      unscaled?: true
    },
  ) => {
    let [r, j, start] = [1, 1, 0]
    for (const { k, s, p } of layers) {
      if (rule.early) j *= s
      r += (k - 1) * (rule.flat ? 1 : j)
      if (!rule.bare) start -= p * (rule.unscaled ? 1 : j)
      if (!rule.early) j *= s
    }
    const first = start + (rule.still ? i : i * j)
    return [first, first + r - 1]
  }
  /** Walks from the unit to the pixels, layer by layer: back, as it must be, or in the order of the list. */
  const walkWith =
    (from: 'front' | 'back', least = -Infinity) =>
    (layers: Layer[], i: number) => {
      const inOrder = from === 'front' ? layers : layers.toReversed()
      return inOrder.reduce(
        ([first, last], { k, s, p }) => [
          Math.max(least, first * s - p),
          last * s - p + k - 1,
        ],
        [i, i],
      )
    }
  const walkBack = walkWith('back')
  const is = (got: unknown, [first, last]: number[]) =>
    Array.isArray(got) && got[0] === first && got[1] === last

  await check({
    run: (layers: Layer[], i: number) => span(layers, i),
    read: (got) => numbersIn(got, ['first', 'last']),
    want: walkBack,
    cases: cases.map((given) => ({ given })),
    fresh: (random: Random): [Layer[], number] => {
      const layers = Array.from(
        { length: random.whole(2, 4) },
        () => ({
          k: random.whole(2, 7),
          s: random.whole(1, 3),
          p: random.whole(0, 3),
        }),
      )
      return [layers, random.whole(0, 9)]
    },
    wrong: [
      {
        when: ({ got, given: [layers, i] }) =>
          layers.length > 0 && is(got, [i, i]),
        en: 'One pixel only: as if there were no layers. Each window makes the stretch longer, and each stride moves it.',
        'zh-cn':
          '只有一个像素，好像一层也没有。每个窗口都会把这一段拉长，每个步幅都会移动它。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, walkWith('front')(layers, i)),
        en: 'You walked through the layers in the order of the list. Unit i belongs to the last layer: from there go back to the pixels, last layer first.',
        'zh-cn':
          '你按列表的次序从前往后走了。单元 i 在最后一层：要从那里往回走到像素，先走最后一层。',
      },
      {
        when: ({ got, given: [layers, i], want }) =>
          is(
            got,
            (want as number[]).map((pixel) => Math.max(0, pixel)),
          ) || is(got, walkWith('back', 0)(layers, i)),
        en: 'You stopped at the edge of the picture. Here the numbers go on beyond it: the padding has negative ones.',
        'zh-cn':
          '你在图片边上停住了。这里的编号要延伸到图外：填充的像素编号是负的。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, forward(layers, i, { unscaled: true })),
        en: 'You take p pixels off for each padding. Behind a stride the padding is that of a smaller picture: one of its places is j pixels wide, so take off p·j.',
        'zh-cn':
          '每次填充你都只减了 p 个像素。步幅之后，填充补在变小了的图上：它的一格有 j 个像素宽，要减 p·j。',
      },
      {
        when: ({ got, want }) => {
          const [first, last] = want as number[]
          return is(got, [first, last - first + 1])
        },
        en: 'The second number is the size. The last pixel is wanted: first + size − 1.',
        'zh-cn':
          '第二个数是大小。要的是最后一个像素：first + 大小 − 1。',
      },
      {
        when: ({ got, want }) =>
          is(got, [...(want as number[])].reverse()) &&
          (want as number[])[0] !== (want as number[])[1],
        en: 'The other way round: the first pixel comes first.',
        'zh-cn': '反了：先写第一个像素。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, forward(layers, i, { flat: true })),
        en: 'You add k − 1 per layer, as if all steps were one pixel. Behind a stride a step of the window is j pixels: add (k − 1)·j.',
        'zh-cn':
          '每层只加了 k − 1，好像每一步都是一个像素。步幅之后，窗口挪一步是 j 个像素：要加 (k − 1)·j。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, forward(layers, i, { early: true })),
        en: 'A layer’s own stride is already counted in its window. It widens the steps of the layers after it: multiply j last.',
        'zh-cn':
          '这一层的步幅已经算进了它自己的窗口。步幅只放大后面各层的步子：最后再乘 j。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, forward(layers, i, { bare: true })),
        en: 'Right size, wrong place: the padding moves the first window p·j pixels to the left, out of the image.',
        'zh-cn':
          '大小对，位置不对：填充让第一个窗口左移 p·j 个像素，伸到图外。',
      },
      {
        when: ({ got, given: [layers, i] }) =>
          is(got, forward(layers, i, { still: true })),
        en: 'Neighbouring units lie j pixels apart, not one: unit i begins i·j after unit 0.',
        'zh-cn':
          '相邻两个单元隔着 j 个像素，不是一个：单元 i 从单元 0 之后 i·j 个像素处开始。',
      },
      {
        when: ({ got, want }) =>
          Array.isArray(got) &&
          got[1] === (want as number[])[1] + 1 &&
          got[0] === (want as number[])[0],
        en: 'Off by one at the end: from the first to the last pixel there are r of them, so the last is first + r − 1.',
        'zh-cn':
          '末尾多了一个：从头到尾共 r 个像素，最后一个是 first + r − 1。',
      },
    ],
    learnt: {
      en: 'From such a stretch you can also tell which units see the same pixels, and which see mostly padding.',
      'zh-cn':
        '有了这样的一段，还能看出哪些单元看的是同一些像素，哪些看的大半是填充。',
    },
    hints: [
      {
        en: 'Keep three numbers: the size r, the step j and the first pixel of unit 0. They begin at 1, 1 and 0.',
        'zh-cn':
          '记住三个数：大小 r、步距 j、单元 0 的第一个像素。开始时是 1、1、0。',
      },
      {
        en: 'Per layer: r += (k − 1)·j, start −= p·j, and only then j *= s.',
        'zh-cn':
          '每一层：r += (k − 1)·j，start −= p·j，最后才 j *= s。',
      },
      {
        en: 'Unit i sees from start + i·j to start + i·j + r − 1.',
        'zh-cn':
          '单元 i 看见的是从 start + i·j 到 start + i·j + r − 1。',
      },
    ],
  })
}

declare function span(
  layers: { k: number; s: number; p: number }[],
  i: number,
): [number, number]
