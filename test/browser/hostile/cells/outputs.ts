import type { Family } from './family.ts';

export const outputs: Family = {
  name: 'logs and floods of outputs',
  cells: [
    'for (let i = 0; i < 1e5; i++) console.log(i)',
    'for (let i = 0; i < 300; i++) console.log("x".repeat(1e5))',
    'console.log("a\\n".repeat(1e5))',
    'console.log("x".repeat(5e6))',
    'for (let i = 0; i < 2000; i++) show(i)',
    'for (let i = 0; i < 50; i++) show(tf.ones([28, 28]))',
    'for (let i = 0; i < 500; i++) plot([1, 2, 3])',
    'for (let i = 0; i < 300; i++) show([[i, 1], [2, 3]])',
    'for (let i = 0; i < 200; i++) slider(`s${i}`, { min: 0, max: 9, value: 4 })',
    'for (let i = 0; i < 100; i++) download(`f${i}.txt`, "text")',
    'for (let i = 0; i < 1000; i++) console.table([{ a: i }])',
    'for (let i = 0; i < 1e4; i++) console.error(new Error(`number ${i}`))',
    'for (let i = 0; i < 3000; i++) { console.log(i); if (i % 10 === 0) show(i) }',
    'console.log("\\u202e\\u0000\\ufeff\\ud800 \\u001b[31m")',
    'console.log("<script>document.title = 1</script><img src=x onerror=1>")',
    'for (let i = 0; i < 1e4; i++) console.count(`label ${i}`)',
    'show("line\\n".repeat(5e4))',
    'for (let i = 0; i < 40; i++) show(tf.randomUniform([64, 64, 3]))',
    'show(...Array.from({ length: 3000 }, (_, i) => i) as [number])',
  ],
  endless: [
    'while (true) console.log("for ever")',
    'while (true) show("for ever")',
    'while (true) { console.log(1); show(2) }',
    'for (;;) { show(1); await null }',
    'for (let i = 0; ; i++) plot({ [`line ${i}`]: [1, 2, 3] })',
    'for (;;) { slider(`s${Math.random()}`, { min: 0, max: 1, value: 0 }) }',
  ],
};
