import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  type Asked = 'outputs' | 'answers' | 'losses'
  const inputs = tf.tensor2d(
    [-2, 1, 0.5, 3, -1, 2, 1, 1, -1, 0, 2, -3],
    [2, 6],
  )
  const kinds = tf.tensor2d([
    [1, 0, 0],
    [0, 0, 1],
  ])
  /** The same numbers for the same shape, so that a reader's kernel and ours are equal. */
  const kernelOf = (shape: number[]) =>
    tf.randomNormal(shape, 0, 0.3, 'float32', Number(shape.join('')))
  const setKernels = (
    model: tf.LayersModel,
    kernel: (shape: number[]) => tf.Tensor,
  ) =>
    model.setWeights(
      model
        .getWeights()
        .map((weight) =>
          weight.rank === 2 ? kernel(weight.shape) : weight,
        ),
    )
  const sayOf = (model: tf.LayersModel, name: string) =>
    [model.predict(inputs)].flat()[model.outputNames.indexOf(name)]
  const kindsFrom = (trunk: (sum: tf.Tensor) => tf.Tensor) =>
    trunk(inputs.matMul(kernelOf([6, 8])))
      .matMul(kernelOf([8, 3]))
      .softmax()
  const near = (a: tf.Tensor, b: tf.Tensor) =>
    String(a.shape) === String(b.shape) &&
    a.sub(b).abs().max().dataSync()[0] < 1e-3

  const answers = (model: tf.LayersModel) => {
    setKernels(model, (shape) => tf.fill(shape, 20))
    const [oldest] = sayOf(model, 'age').max().dataSync()
    /** An age is positive, in case that its output says so. */
    const own = (shape: number[]) =>
      shape[1] === 1 ? tf.abs(kernelOf(shape)) : kernelOf(shape)
    setKernels(model, own)
    const [animal, age] = [
      sayOf(model, 'animal'),
      sayOf(model, 'age'),
    ]
    setKernels(model, (shape) =>
      shape[0] === 6 ? kernelOf(shape).mul(2) : own(shape),
    )
    const moved = (name: string, before: tf.Tensor) =>
      !near(sayOf(model, name), before)
    const atTheInput = model
      .getWeights()
      .filter(({ rank, shape }) => rank === 2 && shape[0] === 6)
    return {
      animalAddsUpTo1: near(animal.sum(1), tf.tensor([1, 1])),
      ageHasNoLimit: oldest > 30,
      bothFollowTheTrunk:
        atTheInput.length === 1 &&
        atTheInput[0].shape[1] === 8 &&
        moved('animal', animal) &&
        moved('age', age),
      trunkIsRelu: near(animal, kindsFrom(tf.relu)),
    }
  }
  /** Losses of the two outputs where the true ages are `distance` years from the answers. */
  const evaluated = (model: tf.LayersModel, distance: number) => {
    const ages = sayOf(model, 'age').add(distance)
    const targets = (truth: tf.Tensor) =>
      model.outputNames.map((name) => (name === 'age' ? ages : truth))
    const ask = (truth: tf.Tensor) =>
      [model.evaluate(inputs, targets(truth))].flat()
    const asked = () => {
      try {
        return ask(kinds)
      } catch (error) {
        try {
          // With a sparse loss the truth is a number, and not a row of zeros and a one.
          return ask(kinds.argMax(1).toFloat().expandDims(1))
        } catch {
          throw error
        }
      }
    }
    const losses = asked().map((loss) => loss.dataSync()[0])
    const part = (name: string) =>
      losses[model.metricsNames.indexOf(`${name}_loss`)]
    const [total] = losses
    return { total, animal: part('animal'), age: part('age') }
  }
  const losses = (model: tf.LayersModel) => {
    setKernels(model, (shape) => tf.abs(kernelOf(shape)))
    const [none, one, three] = [0, 1, 3].map((distance) =>
      evaluated(model, distance),
    )
    const below = evaluated(model, -2)
    const share = (three.total - one.total) / (three.age - one.age)
    const cross = tf.metrics.categoricalCrossentropy(
      kinds,
      sayOf(model, 'animal'),
    )
    return {
      animal: near(tf.tensor(one.animal), cross.mean()),
      age:
        Math.abs(none.age) < 1e-3 &&
        one.age > none.age + 1e-3 &&
        three.age > one.age &&
        below.age > 1e-3,
      ageCounts: (share * one.animal) / (one.total - share * one.age),
    }
  }
  type Answers = ReturnType<typeof answers>
  type Losses = ReturnType<typeof losses>
  const asks: Record<Asked, (model: tf.LayersModel) => unknown> = {
    outputs: ({ outputNames, outputs }) =>
      outputNames
        .map((name, i) => `${name} ${outputs[i].shape.slice(1)}`)
        .sort(),
    answers,
    losses,
  }
  const wants: Record<Asked, unknown> = {
    outputs: ['age 1', 'animal 3'],
    answers: {
      animalAddsUpTo1: true,
      ageHasNoLimit: true,
      bothFollowTheTrunk: true,
      trunkIsRelu: true,
    },
    losses: { animal: true, age: true, ageCounts: 0.5 },
  }
  await check({
    run: async (asked: Asked) => {
      const model = await twoHeads()
      return asks[asked](model)
    },
    tolerance: 1e-3,
    cases: (['outputs', 'answers', 'losses'] as const).map(
      (asked) => ({
        given: [asked] as [Asked],
        want: wants[asked],
      }),
    ),
    wrong: [
      {
        when: ({ got, given: [asked] }) =>
          asked === 'outputs' && (got as string[]).length < 2,
        en: 'There is one output. From the shared layer two dense layers should go: tf.model({ inputs, outputs: [animal, age] }).',
        'zh-cn':
          '现在只有一个输出。共用的层后面要接两个全连接层：tf.model({ inputs, outputs: [animal, age] })。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'outputs' &&
          !(got as string[]).every((one) =>
            /^(animal|age) /.test(one),
          ),
        en: "The outputs are named after their last layers, and targets will come by the names 'animal' and 'age'. Write name: 'age'.",
        'zh-cn':
          "输出以最后一层命名，而目标会按 'animal' 和 'age' 给出。写上 name: 'age'。",
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'outputs' && !(got as string[]).includes('age 1'),
        en: 'An age is one number: one unit.',
        'zh-cn': '年龄是一个数：一个单元。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'outputs' &&
          !(got as string[]).includes('animal 3'),
        en: 'There are three kinds of animals: three units, one for each.',
        'zh-cn': '动物有三种：三个单元，每种一个。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'answers' && !(got as Answers).ageHasNoLimit,
        en: 'The age goes through an activation, which cuts its range: softmax over one unit is always 1. Leave it out.',
        'zh-cn':
          '年龄经过了激活函数，值域被截短了：只有一个单元的 softmax 永远是 1。去掉它。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'answers' && !(got as Answers).animalAddsUpTo1,
        en: 'One of three kinds: the three numbers should add up to 1, with softmax.',
        'zh-cn': '三类里选一类：三个数之和应当是 1，用 softmax。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'answers' && !(got as Answers).bothFollowTheTrunk,
        en: 'There should be one dense layer of 8 units at the input, and both answers should move when its weights change. Let both outputs read it.',
        'zh-cn':
          '输入后面应当只有一个 8 单元的全连接层，改动它的权重，两个答案都要跟着变。让两个输出都读它。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'answers' && !(got as Answers).trunkIsRelu,
        en: 'What both outputs read should be the 8 units behind a ReLU: once, for both, and nothing else in between.',
        'zh-cn':
          '两个输出读的，应当是那 8 个单元经过 ReLU 之后的值：一次，两边共用，中间没有别的层。',
      },
      {
        when: ({ error }) => /compile/.test(error ?? ''),
        en: 'Compile the model before you return it, with a loss for each output.',
        'zh-cn': '返回之前先编译模型，每个输出给一个损失函数。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'losses' && !(got as Losses).animal,
        en: "The loss of `animal` is no cross-entropy. Which of the kinds it is, is judged by 'categoricalCrossentropy'.",
        'zh-cn':
          "`animal` 的损失函数不是交叉熵。是哪一种动物，要用 'categoricalCrossentropy' 评判。",
      },
      {
        when: ({ got, error, given: [asked] }) =>
          asked === 'losses' &&
          (error === undefined
            ? !(got as Losses).age
            : /target/.test(error)),
        en: "The loss of `age` does not grow with the distance from the true age. An age is a number, and what counts is how far off it is: 'meanSquaredError', for example.",
        'zh-cn':
          "`age` 的损失函数不随偏差增大。年龄是一个数，要看差多远：比如 'meanSquaredError'。",
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'losses' &&
          Math.abs((got as Losses).ageCounts - 1) < 1e-3,
        en: 'Both losses count alike. Age should count half: lossWeights: { animal: 1, age: 0.5 }.',
        'zh-cn':
          '两个损失的比重一样。年龄应当只算一半：lossWeights: { animal: 1, age: 0.5 }。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'losses' &&
          Math.abs((got as Losses).ageCounts - 2) < 1e-2,
        en: 'Turned round: here the age counts twice as much as the kind.',
        'zh-cn': '反了：这里年龄的比重是种类的两倍。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'losses' && (got as Losses).ageCounts > 0,
        en: 'The age should count half of what the kind counts: lossWeights: { animal: 1, age: 0.5 }.',
        'zh-cn':
          '年龄的比重应当是种类的一半：lossWeights: { animal: 1, age: 0.5 }。',
      },
    ],
    learnt: {
      en: 'Any further output is one more dense layer, one more loss, and a decision about how much it counts.',
      'zh-cn':
        '再多一个输出，就是多一个全连接层、多一个损失，再决定它占多大比重。',
    },
    hints: [
      {
        en: 'Apply two dense layers to the output of the same hidden layer.',
        'zh-cn': '对同一个隐藏层的输出，分别接两个全连接层。',
      },
      {
        en: 'animal: 3 units, softmax. age: 1 unit, no activation. The names of these layers name the outputs.',
        'zh-cn':
          'animal：3 个单元，softmax。age：1 个单元，不加激活函数。这两层的名字就是输出的名字。',
      },
      {
        en: "compile({ optimizer, loss: { animal: 'categoricalCrossentropy', age: 'meanSquaredError' }, lossWeights: { animal: 1, age: 0.5 } })",
        'zh-cn':
          "compile({ optimizer, loss: { animal: 'categoricalCrossentropy', age: 'meanSquaredError' }, lossWeights: { animal: 1, age: 0.5 } })。都按输出的名字写。",
      },
    ],
  })
}

declare function twoHeads(): tf.LayersModel
