import { check, type Random } from 'lab'

{
  const middle = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const near = (got: unknown, want: number) =>
    Math.abs(Number(got) - want) < 1e-6
  /** The durations whose calls did not wait for one another. */
  const atOnce = new Set<number[]>()
  // A clock that moves only while the work is awaited.
  const measured = (durations: number[]) => {
    let time = 0
    let call = 0
    let running = 0
    const work = async () => {
      running += 1
      if (running > 1) atOnce.add(durations)
      const duration = durations[call] ?? 0
      call += 1
      await Promise.resolve()
      time += duration
      running -= 1
    }
    return typicalTime(work, () => time, durations.length - 1)
  }
  await check({
    run: (durations: number[]) => measured(durations),
    want: (durations: number[]) => middle(durations.slice(1)),
    cases: [
      [90, 4, 5, 40],
      [7, 3, 3, 4],
      [300, 20, 50, 30],
      [500, 12, 60, 11, 13, 12],
      [2, 8],
    ].map((durations) => ({ given: [durations] as [number[]] })),
    fresh: (random: Random): [number[]] => {
      const calls = random.pick([3, 5, 7])
      return [
        [
          random.whole(200, 900),
          ...random.grid<number[]>([calls], () =>
            random.whole(3, 60),
          ),
        ],
      ]
    },
    wrong: [
      {
        when: ({ got, given: [durations] }) =>
          got !== 0 && atOnce.has(durations),
        en: 'You started all calls at once, so each waits for the others, and the clock counts the waiting. Await each one before the next begins.',
        'zh-cn':
          '你让所有调用同时开始，它们互相等待，等待也计了时。等一次完成，再开始下一次。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(
            got,
            durations.slice(1).reduce((sum, one) => sum + one, 0),
          ) && durations.length > 2,
        en: 'This is the time of all n calls together. What is a typical one?',
        'zh-cn': '这是 n 次调用加起来的时间。典型的一次是多久？',
      },
      {
        when: ({ got, given: [durations] }) =>
          typeof got === 'number' &&
          got > 0 &&
          got < 1 &&
          Math.min(...durations) > 1,
        en: 'You looked at another clock. The work of this check takes its time on the clock that you are given: now().',
        'zh-cn':
          '你看的是别的表。这里的活儿花多少时间，要看给你的那只表：now()。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(got, Math.min(...durations.slice(1))) &&
          near(middle(durations.slice(1)), got as number) === false,
        en: 'That is the shortest. It tells how fast it can be, and not how long it typically takes: take the one in the middle.',
        'zh-cn':
          '这是最短的一次。它说的是最快能多快，不是通常要多久：取中间那个。',
      },
      {
        when: ({ got }) => got === 0,
        en: 'No time went by. You measured how long it takes to give the order: await the work.',
        'zh-cn':
          '时间一点没走。你量的是下命令的时间：要 await，等活干完。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(got, middle(durations.slice(0, -1))),
        en: 'A median, but the first call is among its durations, and that one pays for warming up. Run the work once before you begin to count.',
        'zh-cn':
          '是中位数，可里面有第一次调用，它还包含预热的开销。先运行一次，再开始记。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(got, mean(durations)) ||
          near(got, mean(durations.slice(0, -1))),
        en: 'The first call is in your mean. It pays for warming up, which happens once.',
        'zh-cn':
          '第一次调用也算进平均值了。它还包含预热的开销，而预热只有一次。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(got, mean(durations.slice(1))),
        en: 'This is the mean. One call that was disturbed pulls it up; the median does not care.',
        'zh-cn':
          '这是平均值。只要有一次受了干扰，它就被拉高；中位数不受影响。',
      },
      {
        when: ({ got, given: [durations] }) =>
          durations.slice(1).some((one) => near(got, one)),
        en: 'That is one of the durations, but not the middle one. Sort them by size first: sort() alone compares as text.',
        'zh-cn':
          '这是其中一次的用时，却不是中间那个。先按大小排序：光写 sort() 是按文字比较的。',
      },
    ],
    learnt: {
      en: 'Such numbers can be compared: on another day, on another machine, with another model.',
      'zh-cn':
        '这样量出来的数才能比较：换一天、换一台机器、换一个模型都行。',
    },
    hints: [
      {
        en: 'await work() before the clock is read for the first time.',
        'zh-cn': '第一次看表之前，先 await work()。',
      },
      {
        en: 'In the loop: const start = now(); await work(); durations.push(now() - start)',
        'zh-cn':
          '循环里写：const start = now(); await work(); durations.push(now() - start)',
      },
      {
        en: 'durations.sort((a, b) => a - b), and then the one at (n − 1) / 2.',
        'zh-cn':
          '先 durations.sort((a, b) => a - b)，再取第 (n − 1) / 2 个。',
      },
    ],
  })
}

declare function typicalTime(
  work: () => Promise<unknown>,
  now: () => number,
  n: number,
): Promise<number>
