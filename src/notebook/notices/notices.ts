/** A short message below a cell's code, with what the reader can do about it. */
export interface Notice {
  tone: 'info' | 'warn' | 'error';
  text: string;
  choices?: readonly Choice[];
  /** A text to copy by hand. */
  field?: { label: string; value: string };
}

export interface Choice {
  label: string;
  choose(): void;
}

export interface Notices {
  /** Shows the notice of that key, replaces it, or takes it away. */
  set(key: string, notice: Notice | undefined): void;
  /** Shows a notice that goes by itself, for what needs no answer. */
  pass(key: string, notice: Notice): void;
}

/** Milliseconds that a passing notice stays. */
const stay = 6000;

/** The notices in `host`, a live region: a screen reader hears each as it comes. `keepFocus` finds a new place for a focus that goes away. */
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
      // The same words may by now offer something else.
      old.notice = notice;
      return;
    }
    // A button that goes away must not take the focus with it.
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
      const own = shown.get(key);
      setTimeout(() => shown.get(key) === own && set(key, undefined), stay);
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
