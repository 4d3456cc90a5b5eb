import { check, numbersIn, type Random } from 'lab'

type Cut = { train: number[]; validation: number[] }

{
  const judge = (got: Cut, things: string[], wanted: number) => {
    const says = (en: string, chinese: string) => ({
      en,
      'zh-cn': chinese,
    })
    const { train, validation } = got
    if (!Array.isArray(train) || !Array.isArray(validation))
      return says(
        'Return an object with two lists of indices, train and validation.',
        '要返回一个对象，里面有两个下标列表：train 和 validation。',
      )
    const taken = [...train, ...validation]
    const odd = taken.find((i) => !(i in things))
    if (odd !== undefined)
      return says(
        `${odd} is not the index of a picture. The indices go from 0 to ${things.length - 1}; train and validation hold them, and not the names of the things.`,
        `${odd} 不是图片的下标。下标从 0 到 ${things.length - 1}；train 和 validation 里放的是下标，不是东西的名字。`,
      )
    if (new Set(taken).size !== taken.length)
      return says(
        'A picture is in both parts, or twice in one.',
        '有一张图同时在两边，或者在一边出现了两次。',
      )
    const known = new Set(train.map((i) => things[i]))
    const leak = validation.find((i) => known.has(things[i]))
    if (leak !== undefined)
      return says(
        `Picture ${leak} is in validation, and another one of “${things[leak]}” is in train: the network has seen this thing before. Decide by thing, not by picture.`,
        `第 ${leak} 张图在验证集里，同一样东西“${things[leak]}”的另一张却在训练集里：网络早就见过它。按东西分，不要按图分。`,
      )
    if (taken.length !== things.length)
      return says(
        `${things.length - taken.length} pictures are in neither part. They are too precious to throw away: if one picture of a thing goes to validation, all of them can.`,
        `有 ${things.length - taken.length} 张图哪边都不在，扔掉可惜。一样东西只要有一张进了验证集，其余的也跟着进去就是。`,
      )
    if (validation.length < wanted)
      return says(
        `Only ${validation.length} of ${wanted} pictures wanted are in validation.`,
        `验证集要 ${wanted} 张图，只有 ${validation.length} 张。`,
      )
    const counts = new Map<string, number>()
    for (const i of validation)
      counts.set(things[i], (counts.get(things[i]) ?? 0) + 1)
    // Whatever the order, the last thing was taken because it was needed.
    const spare = Math.max(...counts.values())
    return (
      wanted === 0 ||
      validation.length - spare < wanted ||
      says(
        `${validation.length} pictures for validation where ${wanted} were wanted: there were enough before the last thing was taken, whichever it was. \`wanted\` counts pictures, not things.`,
        `只要 ${wanted} 张图，验证集却有 ${validation.length} 张：不管最后拿的是哪一样，拿它之前就已经够了。\`wanted\` 数的是图，不是东西。`,
      )
    )
  }
  const hands = ['✋', '✌', '👍', '✋', '✌', '👍', '✋', '✌', '👍']
  const mixed = 'aabcbdaceebfafgd'.split('')

  await check({
    run: (things: string[], wanted: number) =>
      splitByThing([...things], wanted),
    read: (got) => {
      const [train, validation] = Array.isArray(got)
        ? (got as unknown[])
        : [(got as Cut).train, (got as Cut).validation]
      const list = (part: unknown) =>
        numbersIn(part instanceof Set ? [...part] : part)
      return { train: list(train), validation: list(validation) }
    },
    test: judge,
    cases: [
      { given: [hands, 3] },
      { given: [mixed, 4] },
      { given: [mixed, 7] },
      { given: [['a', 'b', 'c', 'd'], 1] },
      { given: [['a', 'a', 'a', 'b'], 1] },
    ],
    fresh: (random: Random): [string[], number] => {
      const letters = random.pick(['abcd', 'abcdefg', 'ab'])
      const things = random.grid<number[]>(
        [random.whole(8, 16)],
        () => random.whole(0, letters.length - 1),
      )
      return [things.map((i) => letters[i]), random.whole(2, 6)]
    },
    learnt: {
      en: 'A split by thing, by person, by patient, by day: what must not be known before decides what is cut.',
      'zh-cn':
        '按东西分、按人分、按病人分、按日子分：什么事先不能知道，就按什么分。',
    },
    hints: [
      {
        en: 'First choose things, then put every picture of a chosen thing into validation.',
        'zh-cn': '先挑东西，再把这些东西的图全部放进验证集。',
      },
      {
        en: 'new Set(things) lists each thing once. Take one after the other until there are enough pictures.',
        'zh-cn':
          'new Set(things) 里每样东西只有一次。一样一样地拿，图够了就停。',
      },
      {
        en: 'At the end: validation = the indices whose thing is chosen, train = all others.',
        'zh-cn':
          '最后：东西被挑中的下标归 validation，其余的归 train。',
      },
    ],
  })
}

declare function splitByThing(things: string[], wanted: number): Cut
