/** A short message below a cell's code or in the chapter's bar, with what the reader can do about it. */
export interface Notice {
  tone: 'info' | 'warn' | 'error';
  text: string;
  choices?: readonly Choice[];
  /** A text to copy by hand. */
  field?: { label: string; value: string };
}

/** A button of a notice. */
export interface Choice {
  label: string;
  choose(): void;
}

/** The notices of one cell, or of the chapter. */
export interface Notices {
  /** Shows or replaces the notice of that key; undefined takes it away. */
  set(key: string, notice: Notice | undefined): void;
  /** Shows a notice that disappears by itself, for what needs no answer. */
  pass(key: string, notice: Notice): void;
}

/** Milliseconds that a passing notice stays. */
const stay = 6000;

/**
 * Shows notices in `host`, a live region: screen readers speak each as it comes. `keepFocus` is called when a notice that has the focus is
 * about to go.
 */
export function createNotices(host: HTMLElement, keepFocus: () => void): Notices {
  const shown = new Map<string, { element: HTMLElement; notice: Notice }>();

  function elementOf(key: string, { tone, text, choices = [], field }: Notice): HTMLElement {
    const element = document.createElement('div');
    element.className = 'rc-notice';
    element.dataset.tone = tone;
    const message = document.createElement('p');
    message.textContent = text;
    element.append(message);
    if (field) element.append(fieldOf(field));
    for (const [index, { label }] of choices.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'rc-button';
      button.textContent = label;
      button.addEventListener('click', () => shown.get(key)?.notice.choices?.[index]?.choose());
      element.append(button);
    }
    return element;
  }

  const set: Notices['set'] = (key, notice) => {
    const old = shown.get(key);
    if (old && notice && old.notice.text === notice.text) {
      // The words are the same, but the choices may do something else now.
      old.notice = notice;
      return;
    }
    // A button that is removed must not take the focus with it.
    if (old?.element.contains(document.activeElement)) keepFocus();
    old?.element.remove();
    shown.delete(key);
    if (!notice) return;
    const element = elementOf(key, notice);
    shown.set(key, { element, notice });
    host.append(element);
  };

  return {
    set,
    pass(key, notice) {
      set(key, notice);
      const passing = shown.get(key);
      setTimeout(() => shown.get(key) === passing && set(key, undefined), stay);
    },
  };
}

function fieldOf({ label, value }: NonNullable<Notice['field']>): HTMLInputElement {
  const input = document.createElement('input');
  input.className = 'rc-field';
  input.readOnly = true;
  input.value = value;
  input.setAttribute('aria-label', label);
  input.addEventListener('focus', () => input.select());
  return input;
}
