import { check } from 'lab'

declare function warmCosine(
  step: number,
  steps: number,
  warm: number,
  peak: number,
): number

const sameRate = (got: unknown, value: number): boolean =>
  typeof got === 'number' && Math.abs(got - value) < 1e-6

await check({
  run: (step: number, steps: number, warm: number, peak: number) =>
    warmCosine(step, steps, warm, peak),
  tolerance: 1e-6,
  cases: [
    { given: [0, 100, 10, 0.1], want: 0.01 },
    { given: [4, 100, 10, 0.1], want: 0.05 },
    { given: [9, 100, 10, 0.1], want: 0.1 },
    { given: [10, 100, 10, 0.1], want: 0.1 },
    { given: [55, 100, 10, 0.1], want: 0.05 },
    {
      given: [85, 100, 10, 0.1],
      want: (0.1 * (1 + Math.cos((Math.PI * 75) / 90))) / 2,
    },
    { given: [100, 100, 10, 0.1], want: 0 },
    { given: [0, 8, 0, 0.02], want: 0.02 },
  ],
  wrong: [
    {
      when: ({ got, given: [step, , warm, peak] }) =>
        step < warm && sameRate(got, (peak * step) / warm),
      en: 'Step 0 has the rate 0 here: it computes a gradient and does nothing with it. The first step shall have peak / warm.',
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
      en: 'The warm-up is missing: the first steps shall be smaller than peak.',
      'zh-cn': '少了预热：开头几步应当小于 peak。',
    },
    {
      when: ({ got, given: [, , warm] }) =>
        warm === 0 && (typeof got !== 'number' || isNaN(got)),
      en: 'Without a warm-up you divided by 0.',
      'zh-cn': '没有预热时，你除以了 0。',
    },
  ],
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
