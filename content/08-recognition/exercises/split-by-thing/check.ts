import { check } from 'lab'

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
    if (new Set(taken).size !== taken.length)
      return says(
        'A picture is in both parts, or twice in one.',
        '有一幅图同时在两边，或者在一边出现了两次。',
      )
    const known = new Set(train.map((i) => things[i]))
    const leak = validation.find((i) => known.has(things[i]))
    if (leak !== undefined)
      return says(
        `Picture ${leak} is in validation, and another one of “${things[leak]}” is in train: the network has seen this thing before. Decide by thing, not by picture.`,
        `第 ${leak} 幅图在验证集里，同一样东西“${things[leak]}”的另一幅却在训练集里：网络早就见过它。按东西分，不要按图分。`,
      )
    if (taken.length !== things.length)
      return says(
        `${things.length - taken.length} pictures are in neither part. They are too precious to throw away: if one picture of a thing goes to validation, all of them can.`,
        `有 ${things.length - taken.length} 幅图哪边都不在，扔掉可惜。一样东西只要有一幅进了验证集，其余的也跟着进去就是。`,
      )
    if (validation.length < wanted)
      return says(
        `Only ${validation.length} of ${wanted} pictures wanted are in validation.`,
        `验证集要 ${wanted} 幅图，只有 ${validation.length} 幅。`,
      )
    const counts = new Map<string, number>()
    for (const i of validation)
      counts.set(things[i], (counts.get(things[i]) ?? 0) + 1)
    const spare = Math.min(...counts.values())
    return (
      wanted === 0 ||
      validation.length - spare < wanted ||
      says(
        `${validation.length} pictures for validation where ${wanted} were wanted: one thing less would do. \`wanted\` counts pictures, not things.`,
        `只要 ${wanted} 幅图，验证集却有 ${validation.length} 幅：少一样东西也够。\`wanted\` 数的是图，不是东西。`,
      )
    )
  }
  const hands = ['✋', '✌', '👍', '✋', '✌', '👍', '✋', '✌', '👍']
  const mixed = 'aabcbdaceebfafgd'.split('')

  await check({
    run: (things: string[], wanted: number) =>
      splitByThing(things, wanted),
    cases: [
      { given: [hands, 3], test: judge },
      { given: [mixed, 4], test: judge },
      { given: [mixed, 7], test: judge },
      { given: [['a', 'b', 'c', 'd'], 1], test: judge },
      { given: [['a', 'a', 'a', 'b'], 1], test: judge },
    ],
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
