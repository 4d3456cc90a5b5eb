import * as tf from '@tensorflow/tfjs'
import { check, type Facts } from 'lab'

{
  type Wire = tf.SymbolicTensor
  type Drawing = keyof typeof drawings
  const send = (wire: Wire, ...layers: tf.layers.Layer[]) =>
    layers.reduce((now, layer) => layer.apply(now) as Wire, wire)
  const conv = (
    filters: number,
    kernelSize: number,
    useBias = true,
  ) =>
    tf.layers.conv2d({
      filters,
      kernelSize,
      padding: 'same',
      useBias,
    })
  const dense = (units: number) => tf.layers.dense({ units })
  const join = (layer: tf.layers.Layer, wires: Wire[]) =>
    layer.apply(wires) as Wire
  const maps = (channels: number) =>
    tf.input({ shape: [8, 8, channels] })
  const build: Record<Drawing, () => [Wire[], Wire]> = {
    sharedDense: () => {
      const inputs = [
        tf.input({ shape: [10] }),
        tf.input({ shape: [10] }),
      ]
      const one = dense(5)
      const ends = inputs.map((input) => send(input, one))
      return [inputs, join(tf.layers.concatenate(), ends)]
    },
    residualBlock: () => {
      const x = maps(8)
      const branch = send(x, conv(8, 3), tf.layers.reLU(), conv(8, 3))
      return [[x], join(tf.layers.add(), [x, branch])]
    },
    twoLanes: () => {
      const x = maps(16)
      const ends = [send(x, conv(4, 1)), send(x, conv(4, 3))]
      return [[x], join(tf.layers.concatenate(), ends)]
    },
    gates: () => {
      const x = maps(32)
      const pool = tf.layers.globalAveragePooling2d({})
      const gates = send(x, pool, dense(4), dense(32))
      return [[x], join(tf.layers.multiply(), [x, gates])]
    },
    convAndNorm: () => {
      const x = maps(4)
      const norm = tf.layers.batchNormalization()
      return [[x], send(x, conv(8, 3, false), norm)]
    },
  }
  const count = (name: Drawing) => {
    const [inputs, outputs] = build[name]()
    return tf.model({ inputs, outputs }).countParams()
  }
  const mistakes: [Drawing, number[], string, string][] = [
    [
      'sharedDense',
      [50, 100],
      'The weights are right, the biases are missing: one per unit of the dense layer.',
      '权重算对了，漏了偏置：全连接层每个单元有一个。',
    ],
    [
      'sharedDense',
      [105],
      'The two inputs do not become one of 20 numbers: each goes through the layer by itself.',
      '两个输入不会合成 20 个数：它们各自经过这个层。',
    ],
    [
      'sharedDense',
      [110],
      'One layer, one set of weights, however often it is used: you counted it twice.',
      '一个层只有一套权重，用几次都一样：你算了两遍。',
    ],
    [
      'residualBlock',
      [1152],
      'The weights are right, the biases are missing: one per kernel, in both convolutions.',
      '权重算对了，漏了偏置：两个卷积里，每个卷积核各有一个。',
    ],
    [
      'residualBlock',
      [584],
      'That is one convolution. The branch has two; the addition itself has no weights.',
      '这是一个卷积的数目。分支有两个卷积；相加本身没有权重。',
    ],
    [
      'residualBlock',
      [1752],
      'You counted three convolutions. The branch has two; the skip is a wire and has no weights.',
      '你数了三个卷积。分支有两个；跳跃连接只是一条线，没有权重。',
    ],
    [
      'residualBlock',
      [144, 160],
      'Your kernels are flat. Each of the 8 kernels has a sheet for each of the 8 channels that come in.',
      '你的卷积核是平的。8 个卷积核，每个对进来的 8 个通道各有一层。',
    ],
    [
      'twoLanes',
      [640],
      'The weights are right, the biases are missing: 4 in each lane.',
      '权重算对了，漏了偏置：每条分支 4 个。',
    ],
    [
      'twoLanes',
      [216],
      'You let the 3×3 read the 4 channels of the other lane. Both lanes read x, with its 16 channels.',
      '你让 3×3 去读另一条分支的 4 个通道了。两条分支读的都是 x，它有 16 个通道。',
    ],
    [
      'gates',
      [256],
      'The weights are right, 2C²/r. The two dense layers have biases, too: C/r and C of them.',
      '权重 2C²/r 算对了。两个全连接层还有偏置：C/r 个和 C 个。',
    ],
    [
      'gates',
      [260, 288],
      'One of the two dense layers has its biases, the other has not: C/r and C of them.',
      '两个全连接层，一个算了偏置，另一个没有：应当是 C/r 个和 C 个。',
    ],
    [
      'gates',
      [8 * 32 * 2 + 40],
      'r = 8 is by how much is squeezed, not to how many: 32 / 8 = 4 units in the middle.',
      'r = 8 是压缩的倍数，不是压到几个：中间有 32 / 8 = 4 个单元。',
    ],
    [
      'convAndNorm',
      [288],
      'That is the convolution alone. Batch norm has parameters as well: 4 per channel.',
      '这只是卷积的数目。批量归一化也有参数：每个通道 4 个。',
    ],
    [
      'convAndNorm',
      [304],
      'γ and β are 2 per channel, and the two moving averages count as parameters, too: 4 per channel, half of them not trained.',
      'γ 和 β 每个通道两个；两个移动平均也算参数：每个通道共四个，其中一半不训练。',
    ],
    [
      'convAndNorm',
      [328, 312],
      'This convolution has no bias: the normalization would take it away again.',
      '这个卷积没有偏置：有也会被归一化减掉。',
    ],
  ]
  await check({
    run: (name: Drawing) => drawings[name],
    cases: (Object.keys(build) as Drawing[]).map((name) => ({
      given: [name] as [Drawing],
      want: () => count(name),
    })),
    wrong: [
      ...mistakes.map(([name, values, en, chinese]) => ({
        when: ({ got, given }: Facts<[Drawing]>) =>
          given[0] === name && values.includes(got as number),
        en,
        'zh-cn': chinese,
      })),
      {
        when: ({ got }) => typeof got !== 'number' || got === 0,
        en: 'No number stands here yet. Go through the layers of this drawing one by one, and add up.',
        'zh-cn':
          '这里还没有数。把这张小图的层一个一个看过去，再加起来。',
      },
    ],
    learnt: {
      en: 'You can now check any summary() by hand, and see where a network keeps its weights.',
      'zh-cn':
        '现在随便哪个 summary() 你都能手算验证，也看得出网络的权重放在哪里。',
    },
    hints: [
      {
        en: 'A dense layer: inputs × units + units. A convolution: k·k·C·N + N. Adding, joining, ReLU and pooling: none.',
        'zh-cn':
          '全连接层：输入数 × 单元数 + 单元数。卷积：k·k·C·N + N。相加、拼接、ReLU、池化：没有参数。',
      },
      {
        en: 'Ask of each layer how many channels come in. In two lanes both read the same x.',
        'zh-cn':
          '对每一层都问一句：进来几个通道？两条分支读的是同一个 x。',
      },
      {
        en: 'Gates: 32 → 4 → 32, two dense layers with biases. Batch norm: γ, β and two averages per channel.',
        'zh-cn':
          '门：32 → 4 → 32，两个带偏置的全连接层。批量归一化：每个通道 γ、β 和两个平均。',
      },
    ],
  })
}

declare const drawings: {
  sharedDense: number
  residualBlock: number
  twoLanes: number
  gates: number
  convAndNorm: number
}
