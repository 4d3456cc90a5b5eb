/** A script that marks what is pressed before the cells' own script has come; that script then presses it. */
export const earlyClicks = `addEventListener('click', ({ target }) => {
  const early = ':is(notebook-cell, notebook-bar):not(:defined) button[data-action]'
  if (target instanceof Element) target.closest(early)?.setAttribute('data-pressed', '')
})`;
