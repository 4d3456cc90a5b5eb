import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/kernel/explain';
import { describeFailure } from '../../src/kernel/failure';
import { fill, useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';

const languages = [
  ['en', en],
  ['zh-cn', zhCn],
] as const;

describe.each(languages)('at the border of a cell, in %s', (locale, words) => {
  beforeAll(() => useWords(words, locale));

  it.each([
    ['document is not defined', '', 'show()'],
    ['window is not defined', '', 'show()'],
    ["Can't find variable: alert", '', 'show()'],
    ['localStorage is not defined', '', 'fileInput()'],
    ['prompt is not defined', '', 'fileInput()'],
    ["Cannot read properties of undefined (reading 'createElement')", 'self.document.createElement("p")', 'document'],
    [
      "Cannot read properties of undefined (reading 'setItem')",
      'globalThis.localStorage.setItem("a", 1)',
      'localStorage',
    ],
    ['self.alert is not a function', 'self.alert(1)', 'alert'],
    [
      "Cannot read properties of undefined (reading 'getUserMedia')",
      'await navigator.mediaDevices.getUserMedia()',
      'navigator.mediaDevices',
    ],
    [
      'can\'t access property "writeText", navigator.clipboard is undefined',
      'navigator.clipboard.writeText("")',
      'navigator.clipboard',
    ],
    ['indexedDB is not defined', '', 'indexedDB'],
    ['caches is not defined', '', 'caches'],
    [
      "Failed to execute 'open' on 'IDBFactory': access to the Indexed Database API is denied in this context.",
      '',
      'indexedDB',
    ],
    ['The operation is insecure.', '', 'indexedDB'],
    ['require is not defined', '', 'Node.js'],
    ['process is not defined', '', 'Node.js'],
    ['Failed to fetch', '', 'fileInput()'],
    ['NetworkError when attempting to fetch resource.', '', 'fileInput()'],
    ['Load failed', '', 'fileInput()'],
    ["Failed to execute 'send' on 'XMLHttpRequest': Failed to load 'https://x.test/'.", '', 'fileInput()'],
    ['Failed to fetch dynamically imported module: https://x.test/a.js', '', 'fileInput()'],
    [
      "Failed to execute 'importScripts' on 'WorkerGlobalScope': Module scripts don't support importScripts().",
      '',
      'fileInput()',
    ],
    [
      "Failed to construct 'Worker': Script at 'https://x.test/a.js' cannot be accessed from origin 'null'.",
      '',
      'fileInput()',
    ],
    ["Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated", '', 'fileInput()'],
    ['Maximum call stack size exceeded', '', locale === 'en' ? 'loop' : '循环'],
    ['too much recursion', '', locale === 'en' ? 'loop' : '循环'],
    ...[
      'Invalid typed array length: 10000000000',
      'Array buffer allocation failed',
      'Invalid array buffer length',
      'Invalid string length',
      'allocation size overflow',
      'WebAssembly.Memory(): could not allocate memory',
      'out of memory',
      'Out of memory',
      'Map maximum size exceeded',
    ].map((message) => [message, '', 'dispose()']),
  ])('%s: says what can be done', (message, line, hint) => {
    expect(explain(message, undefined, line)).toContain(hint);
  });

  it.each([
    ['a is not defined', 'a'],
    ['documents is not defined', 'documents'],
    ['Invalid typed array length: -1', 'new Float32Array(-1)'],
    ['Invalid array length', 'new Array(-1)'],
    ["Cannot read properties of undefined (reading 'x')", 'const y = a.x'],
  ])('%s: is not taken for a border', (message, line) => {
    const hint = explain(message, undefined, line);
    const atTheBorder = ['noPage', 'noStore', 'noNode', 'noNetwork', 'memory'] as const;
    for (const key of atTheBorder) expect(hint).not.toBe(fill(words[`explain.${key}`], { name: 'a' }, 'en'));
    expect(hint).toBeDefined();
  });

  it.each([
    "Evaluating a string as JavaScript violates the following Content Security Policy directive because 'unsafe-eval' is not an allowed source of script: script-src 'self' blob: 'wasm-unsafe-eval'\".",
    "Refused to evaluate a string as JavaScript because 'unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: \"script-src 'self' 'sha256-abc'\".",
    'call to eval() blocked by CSP',
    'call to Function() blocked by CSP',
  ])('a forbidden eval() does not print the policy: %s', (message) => {
    const failure = describeFailure(new EvalError(message), () => undefined);
    expect(failure.message).toBe(words['kernel.noEval']);
    expect(JSON.stringify(failure)).not.toContain('script-src');
  });
});
