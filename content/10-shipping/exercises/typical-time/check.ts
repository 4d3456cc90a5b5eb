import { check } from 'lab'

{
  const middle = (values: number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const near = (got: unknown, want: number) =>
    Math.abs(Number(got) - want) < 1e-6
  // A clock that moves only while the work is awaited.
  const measured = (durations: number[]) => {
    let time = 0
    let call = 0
    const work = async () => {
      const duration = durations[call] ?? 0
      call += 1
      await Promise.resolve()
      time += duration
    }
    return typicalTime(work, () => time, durations.length - 1)
  }
  await check({
    run: (durations: number[]) => measured(durations),
    cases: [
      [90, 4, 5, 40],
      [7, 3, 3, 4],
      [500, 12, 60, 11, 13, 12],
      [2, 8],
    ].map((durations) => ({
      given: [durations] as [number[]],
      want: (durations: number[]) => middle(durations.slice(1)),
    })),
    wrong: [
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
          '是中位数，可里面有第一次调用，它还付着预热的钱。先运行一次，再开始记。',
      },
      {
        when: ({ got, given: [durations] }) =>
          near(got, mean(durations)) ||
          near(got, mean(durations.slice(0, -1))),
        en: 'The first call is in your mean. It pays for warming up, which happens once.',
        'zh-cn':
          '第一次调用也算进平均值了。它还付了预热的钱，而预热只有一次。',
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
