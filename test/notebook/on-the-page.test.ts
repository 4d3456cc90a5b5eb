// @vitest-environment happy-dom
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCodeBlock } from '../../src/notebook/cell/code-block';
import { createNotices } from '../../src/notebook/notices/notices';
import { outputAreaOf } from '../../src/notebook/cell/output-area';
import { openTextarea } from '../../src/notebook/cell/textarea-editor';
import type { EditorCommand } from '../../src/notebook/editor/editor-command';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { tree } from './chapter-player';

beforeAll(() => useWords(en, 'en'));

let host: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren((host = document.createElement('div')));
});

describe('the outputs of a cell', () => {
  const texts = (): string[] => [...host.children].map((child) => child.textContent ?? '');

  it('keep their elements while their kind stays, and their order', async () => {
    const area = outputAreaOf(host);
    area.render(
      [
        { slot: 'a', run: 1, output: tree('1') },
        { slot: 'b', run: 1, output: tree('2') },
      ],
      1,
    );
    const [first, second] = host.children;
    area.render(
      [
        { slot: 'b', run: 1, output: tree('20') },
        { slot: 'a', run: 1, output: tree('10') },
      ],
      1,
    );
    // What costs more than a frame's share is shown in the next one.
    await expect.poll(texts).toEqual([expect.stringContaining('20'), expect.stringContaining('10')]);
    expect(host.children[0]).toBe(second);
    expect(host.children[1]).toBe(first);
  });

  it('change their element with their kind, and go when their slot goes', () => {
    const area = outputAreaOf(host);
    area.render([{ slot: 'a', run: 1, output: { kind: 'loading', what: 'x', received: 1, total: 2, done: false } }], 1);
    expect(host.querySelector('[data-output="loading"]')).not.toBeNull();
    area.render([{ slot: 'a', run: 1, output: tree('1') }], 1);
    expect([...host.children].map((child) => child.getAttribute('data-output'))).toEqual(['tree']);
    area.render([], 1);
    expect(host.children).toHaveLength(0);
  });

  it('are left alone while other outputs come and go', () => {
    const area = outputAreaOf(host);
    const long = { slot: 'a', run: 1, output: tree('1') };
    area.render([long], 1);
    const inside = host.querySelector('[data-output] > *');
    area.render([long, { slot: 'b', run: 1, output: tree('2') }], 1);
    expect(host.querySelector('[data-output] > *')).toBe(inside);
  });

  it('of an older run are marked as such', () => {
    const area = outputAreaOf(host);
    const outputs = [
      { slot: 'b', run: 2, output: tree('new') },
      { slot: 'a', run: 1, output: tree('old') },
    ];
    area.render(outputs, 2);
    expect([...host.children].map((child) => child.hasAttribute('data-old'))).toEqual([false, true]);
  });
});

describe('a notice', () => {
  it('does what its button currently says, and does not lose the focus when it goes', () => {
    const chosen: string[] = [];
    const home = document.createElement('button');
    document.body.append(home);
    const notices = createNotices(host, () => home.focus());
    const offer = (what: string) => ({ label: 'Take', choose: () => void chosen.push(what) });
    notices.set('theirs', { tone: 'warn', text: 'Edited elsewhere', choices: [offer('first')] });
    notices.set('theirs', { tone: 'warn', text: 'Edited elsewhere', choices: [offer('second')] });
    expect(host.children).toHaveLength(1);
    const button = host.querySelector('button');
    button?.focus();
    button?.click();
    expect(chosen).toEqual(['second']);
    notices.set('theirs', undefined);
    expect(host.children).toHaveLength(0);
    expect(document.activeElement).toBe(home);
  });
});

describe('the readable code', () => {
  const line = (text: string): string => `<div class="ec-line"><div class="code">${text}</div></div>`;

  it('shows an edit, gives the build’s own markup back, and marks a line', () => {
    host.innerHTML = `<pre><code>${line('<b>one</b>')}${line('two')}</code></pre>`;
    const own = host.querySelector('b');
    const block = createCodeBlock(host, 'one\ntwo');
    block.setSource('const a = 1\n\na');
    expect([...host.querySelectorAll('.ec-line')].map((one) => one.textContent)).toEqual(['const a = 1', '\n', 'a']);
    expect(host.querySelector('.rc-code-keyword')?.textContent).toBe('const');
    block.markError({ line: 3, column: 1 });
    expect([...host.querySelectorAll('.ec-line')].map((one) => one.hasAttribute('data-error'))).toEqual([
      false,
      false,
      true,
    ]);
    block.markError(undefined);
    block.setSource('one\ntwo');
    expect(host.querySelector('b')).toBe(own);
    expect(host.querySelector('[data-error]')).toBeNull();
  });
});

describe('the plain text field', () => {
  const press = (area: HTMLTextAreaElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    area.dispatchEvent(event);
    return event;
  };

  function open(source: string) {
    const changes: string[] = [];
    const commands: EditorCommand[] = [];
    const editor = openTextarea(host, {
      cell: 'a',
      chapter: '02',
      source,
      cells: () => [],
      locale: 'en',
      onChange: (text) => changes.push(text),
      onKey: (command) => commands.push(command),
    });
    const area = host.querySelector('textarea');
    if (!area) throw new Error('no textarea');
    return { editor, area, changes, commands };
  }

  it('grows with its text and reports every change', () => {
    const { area, changes } = open('one\ntwo');
    expect(Number(area.rows)).toBe(2);
    area.value = 'one\ntwo\nthree';
    area.dispatchEvent(new Event('input'));
    expect(Number(area.rows)).toBe(3);
    expect(changes).toEqual(['one\ntwo\nthree']);
  });

  it('indents with Tab, and lets Tab leave after Esc', () => {
    const { area, changes } = open('a');
    area.setSelectionRange(0, 0);
    expect(press(area, 'Tab').defaultPrevented).toBe(true);
    expect(changes).toEqual(['  a']);
    press(area, 'Escape');
    expect(press(area, 'Tab').defaultPrevented).toBe(false);
  });

  it('runs with the keys of a notebook, but not in the middle of a composition', () => {
    const { area, commands } = open('a');
    press(area, 'Enter', { shiftKey: true });
    press(area, 'Enter', { ctrlKey: true });
    press(area, 'Enter', { altKey: true });
    press(area, 'Enter', { shiftKey: true, isComposing: true });
    press(area, 'Enter');
    expect(commands).toEqual(['run-next', 'run', 'run-insert']);
  });

  it('accepts a text from outside without reporting a change, and puts the caret where it is asked to', () => {
    const { editor, area, changes } = open('a');
    editor.setSource('one\ntwo');
    expect(changes).toEqual([]);
    editor.focus({ line: 2, column: 3 });
    expect(area.selectionStart).toBe(6);
    editor.markError({ line: 2, column: 1 });
    expect(area.getAttribute('aria-invalid')).toBe('true');
  });
});
