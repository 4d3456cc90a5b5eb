import * as tf from '@tensorflow/tfjs'
import { check } from 'lab'

{
  const inputs = tf.tensor2d(
    [-2, 1, 0.5, 3, -1, 2, 1, 1, -1, 0, 2, -3],
    [2, 6],
  )
  const kinds = tf.tensor2d([
    [1, 0, 0],
    [0, 0, 1],
  ])
  const years = tf.tensor2d([[3], [12]])
  type Asked = 'outputs' | 'range' | 'losses'
  const asks: Record<Asked, (model: tf.LayersModel) => unknown> = {
    outputs: ({ outputNames, outputs }) =>
      outputNames
        .map((name, i) => `${name} ${outputs[i].shape.slice(1)}`)
        .sort(),
    range(model) {
      const answers = [model.predict(inputs)].flat()
      const named = (name: string) =>
        answers[model.outputNames.indexOf(name)]
      const trunk = model.layers.find(
        (layer) =>
          layer.getClassName() === 'Dense' &&
          layer.getConfig().units === 8,
      )
      const sums = named('animal').sum(1)
      const ages = model.getLayer('age').getConfig().activation
      return {
        animalAddsUpTo1: sums.sub(1).abs().max().dataSync()[0] < 1e-5,
        age: ages,
        shared: trunk?.outboundNodes.length ?? 0,
      }
    },
    losses(model) {
      const truth: Record<string, tf.Tensor> = {
        animal: kinds,
        age: years,
      }
      const targets = model.outputNames.map((name) => truth[name])
      const answers = [model.predict(inputs)].flat()
      const guess = (name: string) =>
        answers[model.outputNames.indexOf(name)]
      const losses = [model.evaluate(inputs, targets)].flat()
      const [total] = losses[0].dataSync()
      const [animal] = tf.metrics
        .categoricalCrossentropy(kinds, guess('animal'))
        .mean()
        .dataSync()
      const [age] = years.sub(guess('age')).square().mean().dataSync()
      return { total, equal: total / (animal + age), animal, age }
    },
  }
  const wants: Record<Exclude<Asked, 'losses'>, unknown> = {
    outputs: ['age 1', 'animal 3'],
    range: { animalAddsUpTo1: true, age: 'linear', shared: 2 },
  }
  type Losses = {
    total: number
    equal: number
    animal: number
    age: number
  }
  await check({
    run: (asked: Asked) => asks[asked](twoHeads()),
    cases: [
      { given: ['outputs'], want: wants.outputs },
      { given: ['range'], want: wants.range },
      {
        given: ['losses'],
        test: ({ total, animal, age }: Losses) =>
          Math.abs(total - (animal + 0.5 * age)) <
          1e-3 * Math.max(1, total),
      },
    ],
    wrong: [
      {
        when: ({ got, given: [asked] }) =>
          asked === 'outputs' && (got as string[]).length === 1,
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
          asked === 'outputs' && (got as string[]).includes('age 3'),
        en: 'An age is one number: one unit.',
        'zh-cn': '年龄是一个数：一个单元。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'range' &&
          (got as { age: string }).age !== 'linear',
        en: 'The age goes through an activation, which cuts its range: softmax over one unit is always 1. Leave it out.',
        'zh-cn':
          '年龄经过了激活函数，值域被截短了：只有一个单元的 softmax 永远是 1。去掉它。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'range' &&
          !(got as { animalAddsUpTo1: boolean }).animalAddsUpTo1,
        en: 'One of three kinds: the three numbers should add up to 1, with softmax.',
        'zh-cn': '三类里选一类：三个数之和应当是 1，用 softmax。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'range' &&
          (got as { shared: number }).shared !== 2,
        en: 'Both outputs should read one shared dense layer of 8 units.',
        'zh-cn': '两个输出都应当读同一个共用的、8 个单元的全连接层。',
      },
      {
        when: ({ got, given: [asked] }) =>
          asked === 'losses' &&
          Math.abs((got as Losses).equal - 1) < 1e-3,
        en: 'Both losses count alike. Age should count half: lossWeights: { animal: 1, age: 0.5 }.',
        'zh-cn':
          '两个损失的比重一样。年龄应当只算一半：lossWeights: { animal: 1, age: 0.5 }。',
      },
      {
        when: ({ error }) => /compile/.test(error ?? ''),
        en: 'Compile the model before you return it, with a loss for each output.',
        'zh-cn': '返回之前先编译模型，每个输出给一个损失函数。',
      },
      {
        when: ({ given: [asked] }) => asked === 'losses',
        en: 'The loss of an output does not fit what it says. Cross-entropy judges kinds; an age is a number, and its distance is what counts: meanSquaredError.',
        'zh-cn':
          '有个输出的损失函数不合它的意思。交叉熵评判类别；年龄是一个数，该看差多远：meanSquaredError。',
      },
    ],
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
