import type { Family } from './family.ts';

export const recursion: Family = {
  name: 'recursion',
  tells: [
    'const f = () => f(); f()',
    'function f() { return f() + f() } f()',
    '({ get x() { return this.x } }).x',
    'class A { constructor() { new A() } } new A()',
    'const p = new Proxy({}, { get: (_, key, me) => me[key] }); p.x',
    'const f = () => [1].map(f); f()',
    'const f = () => JSON.stringify({ toJSON: f }); f()',
    '`${{ toString() { return `${this}` } }}`',
    '+{ valueOf() { return +this } }',
    'let n = 0; const g = () => { n++; g() }; g()',
    'const f = () => f.apply(null, []); f()',
    'const f = (n: number): number => n + Reflect.apply(f, null, [n]); f(1)',
    'Array.from({ length: 2, get 0(): any { return Array.from(this as any) } } as any)',
  ],
  cells: [
    'let a: any = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a)',
    'let a: any = []; for (let i = 0; i < 1e4; i++) a = [a]; a',
    'let a: any = {}; for (let i = 0; i < 1e4; i++) a = { a }; show(a)',
    'const a: any = {}; a.a = a; a',
    'const a: any[] = []; a.push(a, a, a); a',
    'const m = new Map(); m.set(m, m); m',
    'let s = ""; for (let i = 0; i < 2e4; i++) s = "(" + s + ")"; s',
    'let p = Promise.resolve(); for (let i = 0; i < 1e5; i++) p = p.then(() => {}); await p',
    'let f = () => 1; for (let i = 0; i < 5000; i++) { const g = f; f = () => g() } f()',
    'console.log((function f(n: number): any { return n ? { in: f(n - 1) } : 0 })(2000))',
  ],
};
