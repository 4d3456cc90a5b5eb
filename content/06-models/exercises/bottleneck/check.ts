import * as tf from '@tensorflow/tfjs'
import { check, type Random } from 'lab'

{
  type Given = [channels: number, filters: number, strides: number]
  type Answer = {
    shape: number[]
    kernels: string[]
    /** Of the 3×3. */
    stride: number
    identity: boolean
    output: number[]
  }
  /** How the block of a reader may differ from the wanted one. */
  type Twist = {
    strided?: 'first' | 'last' | 'padded'
    middle?: 'no first' | 'no second'
    end?: 'relu'
    skip?: 'relu'
    out?: 'none' | 'relu6'
  }
  const answer = (value: unknown) => value as Answer
  const fitting = ([channels, filters, strides]: Given) =>
    strides === 1 && channels === filters
  const shapesOf = (given: Given) => {
    const [channels, filters] = given
    const narrow = filters / 4
    return {
      first: [1, 1, channels, narrow],
      middle: [3, 3, narrow, narrow],
      last: [1, 1, narrow, filters],
      ...(!fitting(given) && { skip: [1, 1, channels, filters] }),
    }
  }
  const kernelsOf = (given: Given) => {
    const { first, middle, last, skip } = shapesOf(given)
    const all = [first, middle, last, ...(skip ? [skip] : [])]
    return all.map((shape) => shape.join('×')).sort()
  }
  /** The same numbers for the same shape, so that a reader's kernel and ours are equal. */
  const kernelOf = (shape: number[]) =>
    tf
      .randomNormal(shape, 0, 1, 'float32', Number(shape.join('')))
      .div(Math.sqrt(shape[2])) as tf.Tensor4D
  const inputOf = (channels: number): tf.Tensor4D =>
    tf.randomUniform([1, 8, 8, channels], 0, 20, 'float32', channels)
  /** The block written out with kernels that are not 0. */
  const compute = (given: Given, twist: Twist): number[] => {
    const [channels, , strides] = given
    const shapes = shapesOf(given)
    const x = inputOf(channels)
    const conv = (
      wire: tf.Tensor4D,
      shape: number[],
      stride: number,
    ) => tf.conv2d(wire, kernelOf(shape), stride, 'same')
    const at = twist.strided
    let h = conv(x, shapes.first, at === 'first' ? strides : 1)
    if (twist.middle !== 'no first') h = tf.relu(h)
    h =
      at === 'padded'
        ? tf.conv2d(h, kernelOf(shapes.middle), strides, 1)
        : conv(h, shapes.middle, at ? 1 : strides)
    if (twist.middle !== 'no second') h = tf.relu(h)
    h = conv(h, shapes.last, at === 'last' ? strides : 1)
    if (twist.end) h = tf.relu(h)
    let skip = shapes.skip ? conv(x, shapes.skip, strides) : x
    if (twist.skip) skip = tf.relu(skip)
    const sum: tf.Tensor = skip.add(h)
    const out = { none: sum, relu6: tf.relu6(sum) }
    return [
      ...(twist.out ? out[twist.out] : sum.relu()).dataSync(),
    ].slice(0, 200)
  }
  const known = new Map<string, number[]>()
  const outputOf = (given: Given, twist: Twist = {}) => {
    const name = JSON.stringify([given, twist])
    const found = known.get(name) ?? compute(given, twist)
    known.set(name, found)
    return found
  }
  const wanted = (...given: Given): Answer => ({
    shape: [8 / given[2], 8 / given[2], given[1]],
    kernels: kernelsOf(given),
    stride: given[2],
    identity: fitting(given),
    output: outputOf(given),
  })
  const near = (a: number[], b: number[]) =>
    a.length === b.length &&
    a.every(
      (value, i) =>
        Math.abs(value - b[i]) <= 0.01 * Math.max(1, Math.abs(b[i])),
    )
  const is = (got: unknown, given: Given, twist: Twist) =>
    near(answer(got).output, outputOf(given, twist))
  const twisted = (got: unknown, given: Given, twist: Twist) =>
    is(got, given, twist) && !is(got, given, {})
  /** The layers of a model, and those of the models in it. */
  const layersOf = (model: tf.LayersModel): tf.layers.Layer[] =>
    model.layers.flatMap((layer) =>
      'layers' in layer
        ? layersOf(layer as unknown as tf.LayersModel)
        : [layer],
    )

  await check({
    run: async (
      channels: number,
      filters: number,
      strides: number,
    ): Promise<Answer> => {
      const input = tf.input({ shape: [8, 8, channels] })
      const output = await bottleneck(input, filters, strides)
      const model = tf.model({ inputs: input, outputs: output })
      const x = inputOf(channels)
      const born = model.predict(x) as tf.Tensor
      const same =
        String(born.shape) === String(x.shape) &&
        born.sub(x).abs().max().dataSync()[0] < 0.01
      const kernels: string[] = []
      let stride = 0
      for (const layer of layersOf(model)) {
        layer.setWeights(
          layer.getWeights().map((weight, i) => {
            if (weight.rank === 4) {
              const { strides } = layer.getConfig()
              if (weight.shape[0] === 3)
                [stride] = [strides as number | number[]].flat()
              kernels.push(weight.shape.join('×'))
              return kernelOf(weight.shape)
            }
            // A normalization is made the identity.
            const { name } = layer.weights[i]
            if (name.includes('gamma')) return tf.onesLike(weight)
            return name.includes('variance')
              ? tf
                  .onesLike(weight)
                  .sub(layer.getConfig().epsilon as number)
              : weight
          }),
        )
      }
      const numbers = (model.predict(x) as tf.Tensor).dataSync()
      return {
        shape: output.shape.slice(1) as number[],
        kernels: kernels.sort(),
        stride,
        identity: same,
        output: [...numbers].slice(0, 200),
      }
    },
    tolerance: 0.01,
    want: wanted,
    // A picture padded by hand on all four sides is as good as 'same'.
    read: (got, ...given) =>
      is(got, given, { strided: 'padded' }) &&
      answer(got).stride === given[2]
        ? { ...answer(got), output: outputOf(given) }
        : got,
    cases: [
      { given: [16, 16, 1] },
      { given: [8, 16, 1] },
      { given: [16, 16, 2] },
      { given: [8, 24, 2] },
    ],
    draws: 2,
    fresh: (random: Random): Given => [
      random.whole(9, 15),
      4 * random.whole(2, 5),
      random.whole(1, 2),
    ],
    wrong: [
      {
        when: ({ got }) => answer(got).kernels.length === 0,
        en: 'x comes back as it went in. Send it through the three convolutions of the branch first.',
        'zh-cn': 'x 原样返回了。先让它走过分支上的三个卷积。',
      },
      {
        when: ({ error, given: [channels, filters] }) =>
          error !== undefined && channels !== filters,
        en: 'The skip has other channels than the branch, so they cannot be added: put a 1×1 convolution on the skip.',
        'zh-cn':
          '旁路与分支的通道数不同，加不起来：在旁路上放一个 1×1 卷积。',
      },
      {
        when: ({ error, given: [, , strides] }) =>
          error !== undefined && strides === 2,
        en: 'Branch and skip come out in different sizes. With a stride the branch halves the picture, so the 1×1 on the skip needs the same stride.',
        'zh-cn':
          '分支与旁路的输出大小不同。带步幅的分支把边长减半，旁路上的 1×1 卷积也要用同样的步幅。',
      },
      {
        when: ({ got, want }) =>
          answer(want).identity &&
          answer(got).kernels.length > answer(want).kernels.length,
        en: 'Here the shapes fit as they are, and your skip has weights all the same. Without them the block begins as the identity.',
        'zh-cn':
          '这里形状本来就相同，你的旁路却仍带着权重。去掉它，这个块一开始就是恒等映射。',
      },
      {
        when: ({ got, given }) =>
          !answer(got).kernels.includes(
            shapesOf(given).middle.join('×'),
          ),
        en: 'The 3×3 should work on few channels: filters / 4 go in and filters / 4 come out.',
        'zh-cn':
          '3×3 卷积应当只处理少量通道：进来 filters / 4 个，出去也是 filters / 4 个。',
      },
      {
        when: ({ got, given }) =>
          twisted(got, given, { end: 'relu' }),
        en: 'Your branch can only add, never subtract: there is a ReLU at its end. The last ReLU belongs behind the sum.',
        'zh-cn':
          '你的分支只能加，不能减：它末尾有一个 ReLU。最后的 ReLU 应当放在相加之后。',
      },
      {
        when: ({ got, given }) =>
          twisted(got, given, { skip: 'relu' }),
        en: 'There is a ReLU on the skip. The skip carries x as it is, or through a 1×1 alone; the ReLU comes behind the sum.',
        'zh-cn':
          '旁路上有一个 ReLU。旁路只传 x 本身，或只过一个 1×1 卷积；ReLU 放在相加之后。',
      },
      {
        when: ({ got, given }) =>
          twisted(got, given, { out: 'relu6' }),
        en: 'Nothing above 6 comes out: that is ReLU6. Here a plain ReLU is wanted behind the sum.',
        'zh-cn':
          '输出没有超过 6 的：那是 ReLU6。相加之后要的是普通的 ReLU。',
      },
      {
        when: ({ got }) =>
          answer(got).output.some((value) => value < 0),
        en: 'Negative numbers come out: the ReLU behind the sum is missing.',
        'zh-cn': '输出里有负数：相加之后缺一个 ReLU。',
      },
      {
        when: ({ got, given }) =>
          given[2] > 1 && twisted(got, given, { strided: 'first' }),
        en: 'Your stride is in the first 1×1, which then never looks at three quarters of the pixels. Let the 3×3 take the stride: its windows see all of them.',
        'zh-cn':
          '步幅放在了第一个 1×1 上，四分之三的像素它根本不看。让 3×3 带步幅：它的窗口看得到每一个像素。',
      },
      {
        when: ({ got, given }) =>
          given[2] > 1 &&
          answer(got).stride === 1 &&
          is(got, given, { strided: 'last' }),
        en: 'Your stride is in the last 1×1, so the 3×3 computes four times as much as is used. Let the 3×3 take the stride.',
        'zh-cn':
          '步幅放在了最后的 1×1 上，3×3 算出来的有四分之三白算了。让 3×3 带步幅。',
      },
      {
        when: ({ got, given }) =>
          twisted(got, given, { middle: 'no first' }) ||
          twisted(got, given, { middle: 'no second' }),
        en: 'A ReLU is missing inside the branch: one behind the first convolution, one behind the second.',
        'zh-cn':
          '分支里面少了 ReLU：第一个卷积之后要有一个，第二个之后也要有一个。',
      },
      {
        when: ({ got, want }) =>
          answer(want).identity &&
          !answer(got).identity &&
          near(answer(got).output, answer(want).output),
        en: 'At birth the block should pass x on unchanged: let the last kernel of the branch start at zeros.',
        'zh-cn':
          '刚建好时，这个块应当让 x 原样通过：分支最后一个卷积核的初始权重全取零。',
      },
    ],
    learnt: {
      en: 'This is the block of ResNet-50: a 3×3 on a quarter of the channels has a sixteenth of the weights.',
      'zh-cn':
        '这就是 ResNet-50 的块：3×3 卷积只处理四分之一的通道，权重只有十六分之一。',
    },
    hints: [
      {
        en: 'Two wires leave x: the branch with three convolutions, and the skip. They meet in tf.layers.add().',
        'zh-cn':
          'x 分出两条线：带三个卷积的分支，和旁路。它们在 tf.layers.add() 里相会。',
      },
      {
        en: 'The skip is x itself only if strides is 1 and x.shape[3] is filters. Otherwise: a 1×1 convolution with the stride.',
        'zh-cn':
          '只有 strides 为 1 且 x.shape[3] 等于 filters，旁路才是 x 本身；否则是带步幅的 1×1 卷积。',
      },
      {
        en: "All convolutions need padding: 'same'; the last of the branch kernelInitializer: 'zeros'. No ReLU between it and the sum.",
        'zh-cn':
          "所有卷积都要 padding: 'same'；分支最后一个用 kernelInitializer: 'zeros'，它与相加之间没有 ReLU。",
      },
    ],
  })
}

declare function bottleneck(
  x: tf.SymbolicTensor,
  filters: number,
  strides: number,
): tf.SymbolicTensor
