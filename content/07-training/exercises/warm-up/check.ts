import { check, type Random } from 'lab'

declare function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number

const sameRate = (got: unknown, value: number): boolean =>
  typeof got === 'number' && Math.abs(got - value) < 1e-6

const rightRate = (
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number =>
  step < warm
    ? (peak * (step + 1)) / warm
    : (peak *
        (1 + Math.cos((Math.PI * (step - warm)) / (steps - warm)))) /
      2

await check({
  run: (step: number, steps: number, warm: number, peak: number) =>
    warmCosine(step, steps, warm, peak),
  tolerance: 1e-6,
  want: rightRate,
  cases: [
    { given: [0, 100, 10, 0.1] },
    { given: [4, 100, 10, 0.1] },
    { given: [9, 100, 10, 0.1] },
    { given: [10, 100, 10, 0.1] },
    { given: [55, 100, 10, 0.1] },
    { given: [85, 100, 10, 0.1] },
    { given: [100, 100, 10, 0.1] },
    { given: [0, 8, 0, 0.02] },
  ],
  fresh: (random: Random): [number, number, number, number] => {
    const [warm, steps] = [random.whole(4, 20), random.whole(40, 90)]
    const step = random.whole(0, steps)
    return [step, steps, warm, random.pick([0.01, 0.03, 0.2])]
  },
  wrong: [
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        sameRate(got, (peak * (steps - step)) / (steps - warm)),
      en: 'Your rate falls along a straight line. A cosine is wanted: slow at both ends, fast in the middle.',
      'zh-cn': '你的学习率沿直线下降。要的是余弦：两头慢，中间快。',
    },
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        sameRate(
          got,
          peak *
            Math.cos((Math.PI * (step - warm)) / (steps - warm) / 2),
        ),
      en: 'That is a quarter of the wave, from 1 to 0: it falls fastest at the end. Half a wave, lifted by 1 and halved, ends flat.',
      'zh-cn':
        '这是四分之一个波，从 1 到 0，末尾降得最快。要用半个波，加 1 再除以 2，末尾才平。',
    },
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        sameRate(
          got,
          (peak *
            (1 +
              Math.cos(
                (Math.PI * (step - warm)) / (steps - warm - 1),
              ))) /
            2,
        ),
      en: 'Your rate reaches 0 one step too early: from step `warm` to step `steps` there are steps − warm of them.',
      'zh-cn':
        '你的学习率早一步到了 0：从第 warm 步到第 steps 步，一共 steps − warm 步。',
    },
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        warm > 0 &&
        sameRate(
          got,
          (peak * (1 + Math.cos((Math.PI * (step - warm)) / steps))) /
            2,
        ),
      en: 'Your cosine is as long as the whole training, so the rate does not reach 0. The warm-up is over: steps − warm are left.',
      'zh-cn':
        '你的余弦和整个训练一样长，学习率到不了 0。预热已经用掉一些，只剩 steps − warm 步。',
    },
    {
      when: ({ got, given: [step, , warm, peak] }) =>
        step < warm && sameRate(got, (peak * step) / warm),
      en: 'Step 0 has the rate 0 here: it computes a gradient and does nothing with it. The first step should have peak / warm.',
      'zh-cn':
        '这样第 0 步的学习率是 0：算了梯度却不用。第一步应当是 peak / warm。',
    },
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        warm > 0 &&
        sameRate(
          got,
          (peak * (1 + Math.cos((Math.PI * step) / steps))) / 2,
        ),
      en: 'Your cosine began at step 0, so after the warm-up the rate jumps. Count from the end of the warm-up.',
      'zh-cn':
        '你的余弦从第 0 步就开始了，预热一结束学习率会突变。应当从预热结束时数起。',
    },
    {
      when: ({ got, given: [step, steps, warm, peak] }) =>
        step >= warm &&
        sameRate(
          got,
          peak * Math.cos((Math.PI * (step - warm)) / (steps - warm)),
        ),
      en: 'A cosine runs from 1 to −1, and a negative rate climbs. Lift it by 1 and halve it.',
      'zh-cn':
        '余弦从 1 走到 −1，学习率为负就是往上爬。加 1 再除以 2。',
    },
    {
      when: ({ got, given: [step, , warm, peak] }) =>
        step < warm && sameRate(got, peak),
      en: 'The warm-up is missing: the first steps should be smaller than peak.',
      'zh-cn': '少了预热：开头几步应当小于 peak。',
    },
    {
      when: ({ got, given: [, , warm] }) =>
        warm === 0 && !Number.isFinite(got),
      en: 'Without a warm-up you divided by 0.',
      'zh-cn': '没有预热时，你除以了 0。',
    },
  ],
  learnt: {
    en: 'Warm-up and cosine: most large networks of today are trained with just this schedule.',
    'zh-cn': '预热加余弦：今天的大网络大多就用这个调度来训练。',
  },
  hints: [
    {
      en: 'Two cases: step < warm, and the rest.',
      'zh-cn': '分两种情形：step < warm，和其余的步。',
    },
    {
      en: 'Rising: peak · (step + 1) / warm.',
      'zh-cn': '上升：peak · (step + 1) / warm。',
    },
    {
      en: 'Falling: t = (step − warm) / (steps − warm), then peak · (1 + cos(πt)) / 2.',
      'zh-cn':
        '下降：t = (step − warm) / (steps − warm)，再算 peak · (1 + cos(πt)) / 2。',
    },
  ],
})
