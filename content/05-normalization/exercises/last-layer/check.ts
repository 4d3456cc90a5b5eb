import { check } from 'lab'

{
  type Last = { units: number; activation: string; loss: string }
  type Task = keyof typeof lastLayers
  const says = (en: string, chinese: string) => ({
    en,
    'zh-cn': chinese,
  })
  // Names in other spellings mean the same: 'mse', 'mean_squared_error', no activation at all.
  const names = [
    'categoricalCrossentropy',
    'sparseCategoricalCrossentropy',
    'binaryCrossentropy',
    'meanSquaredError',
    'meanAbsoluteError',
    'huberLoss',
  ]
  const short: Record<string, string> = {
    mse: 'meanSquaredError',
    mae: 'meanAbsoluteError',
    huber: 'huberLoss',
    none: 'linear',
    '': 'linear',
  }
  const nameOf = (given: unknown) => {
    const plain = String(given ?? '')
      .replace(/[\s_]/g, '')
      .toLowerCase()
    return (
      short[plain] ??
      names.find((one) => one.toLowerCase() === plain) ??
      plain
    )
  }
  const judge: Record<
    Task,
    (last: Last) => true | { en: string; 'zh-cn': string }
  > = {
    oneOfTenClasses({ units, activation, loss }) {
      if (units !== 10)
        return says(
          'Ten classes need ten units, one score each.',
          '十个类别要十个单元，每个类别一个得分。',
        )
      if (activation === 'sigmoid')
        return says(
          'With sigmoid, several classes may all be sure at once. Exactly one is right here: let them compete.',
          '用 sigmoid，几个类别可以同时都很有把握。这里恰好只有一个对，让它们竞争。',
        )
      if (activation !== 'softmax')
        return says(
          'Ten scores should become ten probabilities that add up to 1. Which activation does that?',
          '十个得分要变成十个概率，和为 1。哪个激活函数做这件事？',
        )
      return (
        [
          'categoricalCrossentropy',
          'sparseCategoricalCrossentropy',
        ].includes(loss) ||
        says(
          'Softmax gives one distribution over the classes: judge it with categoricalCrossentropy.',
          'softmax 给出各类别上的一个分布，用 categoricalCrossentropy 评判它。',
        )
      )
    },
    yesOrNo({ units, activation, loss }) {
      if (
        units === 2 &&
        activation === 'softmax' &&
        loss === 'categoricalCrossentropy'
      )
        return true
      if (units === 1 && activation === 'softmax')
        return says(
          'Softmax over a single unit is always 1: e^z / e^z. It cannot say no.',
          '只有一个单元的 softmax 永远是 1，因为 e^z / e^z = 1：它说不出“否”。',
        )
      if (activation !== 'sigmoid')
        return says(
          'One probability between 0 and 1 is asked for. Which activation ends in (0, 1)?',
          '要的是一个 0 到 1 之间的概率。哪个激活函数的值域是 (0, 1)？',
        )
      if (units !== 1)
        return says(
          'One question, one probability: one unit.',
          '一个问题，一个概率：一个单元。',
        )
      return (
        loss === 'binaryCrossentropy' ||
        says(
          'A yes-or-no probability is judged by binaryCrossentropy.',
          '是与否的概率用 binaryCrossentropy 评判。',
        )
      )
    },
    anyOfFiveTags({ units, activation, loss }) {
      if (units !== 5)
        return says('Five tags, five units.', '五个标签，五个单元。')
      if (activation === 'softmax')
        return says(
          'Softmax makes the tags compete: two that are both right get at best 0.5 each.',
          'softmax 让标签互相竞争：两个都对的标签，最多各得 0.5。',
        )
      if (activation !== 'sigmoid')
        return says(
          'Each tag is a yes-or-no question of its own.',
          '每个标签都是一道单独的是非题。',
        )
      return (
        loss === 'binaryCrossentropy' ||
        says(
          'Five yes-or-no answers are judged one by one: binaryCrossentropy.',
          '五个是非题逐一评判：binaryCrossentropy。',
        )
      )
    },
    degreesCelsius({ units, activation, loss }) {
      if (activation === 'relu')
        return says(
          'Behind a ReLU, no frost can be forecast: everything below 0 is out of reach.',
          '接上 ReLU 就报不出零下的温度：0 以下的答案全都够不着。',
        )
      if (activation !== 'linear')
        return says(
          `The range of ${activation} is too narrow for degrees. The number should come out as it is.`,
          `${activation} 的值域装不下温度。这个数应当原样输出。`,
        )
      if (units !== 1)
        return says('One number, one unit.', '一个数，一个单元。')
      return (
        [
          'meanSquaredError',
          'meanAbsoluteError',
          'huberLoss',
        ].includes(loss) ||
        says(
          'A distance between numbers is measured by meanSquaredError.',
          '数与数之间的距离用 meanSquaredError 量。',
        )
      )
    },
  }
  const tasks = Object.keys(judge) as Task[]
  await check({
    run: (task: Task) => lastLayers[task],
    read(got) {
      const { units, activation, loss } = got as Last
      return {
        units: Number(units),
        activation: nameOf(activation),
        loss: nameOf(loss),
      }
    },
    cases: tasks.map((task) => ({
      given: [task] as [Task],
      test: (last: Last) => judge[task](last),
    })),
    learnt: {
      en: 'First the kind of answer, then the activation, then the loss: in this order the three never disagree.',
      'zh-cn':
        '先想答案是哪一种，再定激活函数，最后定损失：按这个次序，三者就不会打架。',
    },
    hints: [
      {
        en: 'First ask how many numbers come out, and whether they compete.',
        'zh-cn': '先问：要输出几个数？它们之间是竞争关系吗？',
      },
      {
        en: 'softmax: exactly one is right. sigmoid: each for itself. linear: any number.',
        'zh-cn':
          'softmax：恰好一个对。sigmoid：各管各的。linear：任何数都行。',
      },
      {
        en: 'softmax goes with categoricalCrossentropy, sigmoid with binaryCrossentropy, linear with meanSquaredError.',
        'zh-cn':
          'softmax 配 categoricalCrossentropy，sigmoid 配 binaryCrossentropy，linear 配 meanSquaredError。',
      },
    ],
  })
}

declare const lastLayers: Record<
  'oneOfTenClasses' | 'yesOrNo' | 'anyOfFiveTags' | 'degreesCelsius',
  { units: number; activation: string; loss: string }
>
