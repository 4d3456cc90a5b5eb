import type { Choice } from './notices';

/** A message above the chapter that stays until it is answered. */
export interface Banner {
  say(text: string, choices: readonly Choice[]): void;
  remove(): void;
}

/** Puts a banner above the first of the chapter's own elements, into the slot that the page has there. */
export function openBanner(before: HTMLElement, label: string): Banner {
  const element = document.createElement('section');
  element.className = 'rc-banner not-content';
  element.setAttribute('aria-label', label);
  const message = document.createElement('p');
  message.setAttribute('role', 'status');
  message.tabIndex = -1;
  const buttons = document.createElement('div');
  buttons.className = 'rc-banner-choices';
  element.append(message, buttons);
  const slot = before.previousElementSibling;
  if (slot?.matches('.rc-slot[data-for="banner"]')) slot.append(element);
  else before.before(element);

  return {
    say(text, choices) {
      const hadFocus = buttons.contains(document.activeElement);
      message.textContent = text;
      buttons.replaceChildren(...choices.map(buttonOf));
      if (hadFocus) message.focus();
    },
    remove: () => element.remove(),
  };
}

function buttonOf({ label, choose }: Choice): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'rc-button';
  button.textContent = label;
  button.addEventListener('click', choose);
  return button;
}
