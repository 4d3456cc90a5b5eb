import { check } from 'lab'

{
  type Layer = { k: number; s: number; p: number }
  const conv = { k: 3, s: 1, p: 1 }
  const pool = { k: 2, s: 2, p: 0 }
  const cases: [Layer[], number][] = [
    [[{ k: 3, s: 1, p: 0 }], 4],
    [[conv, conv], 5],
    [[{ k: 3, s: 1, p: 0 }, pool, { k: 3, s: 1, p: 0 }], 2],
    [[conv, pool, conv], 0],
    [[conv, pool, conv, pool, conv], 3],
    [[{ k: 7, s: 2, p: 2 }, { k: 3, s: 2, p: 0 }, conv], 6],
  ]

  /** Walks back from the unit to the pixels, layer by layer. */
  const walkBack = (layers: Layer[], i: number) =>
    layers.reduceRight(
      ([first, last], { k, s, p }) => [
        first * s - p,
        last * s - p + k - 1,
      ],
      [i, i],
    )
  const forward = (
    layers: Layer[],
    i: number,
    rule: { flat?: true; early?: true; bare?: true; still?: true },
  ) => {
    let [r, j, start] = [1, 1, 0]
    for (const { k, s, p } of layers) {
      if (rule.early) j *= s
      r += (k - 1) * (rule.flat ? 1 : j)
      if (!rule.bare) start -= p * j
      if (!rule.early) j *= s
    }
    const first = start + (rule.still ? i : i * j)
    return [first, first + r - 1]
  }
  const is = (got: unknown, [first, last]: number[]) =>
    Array.isArray(got) && got[0] === first && got[1] === last

  await check({
    run: (layers: Layer[], i: number) => span(layers, i),
    cases: cases.map((given) => ({ given, want: walkBack })),
    wrong: [
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
