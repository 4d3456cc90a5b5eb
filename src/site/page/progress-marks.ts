import { fill, type ValuesOf } from '../../words';
import { progressChanged, readProgress } from './progress';

/** Writes into every mark how much of its chapter the reader has done; a chapter not begun shows nothing. */
function showProgress(): void {
  const progress = readProgress();
  for (const mark of document.querySelectorAll<HTMLElement>('[data-progress]')) {
    const { cells = [], exercises = [] } = progress[mark.dataset.progress ?? ''] ?? {};
    const all = (mark.dataset.cells ?? '').split(' ').filter(Boolean);
    const asked = (mark.dataset.exercises ?? '').split(' ').filter(Boolean);
    const run = all.filter((name) => cells.includes(name)).length;
    const passed = asked.filter((name) => exercises.includes(name)).length;
    const values: ValuesOf<'site.progress'> = { run, cells: all.length, passed, exercises: asked.length };
    mark.hidden = run + passed === 0;
    mark.textContent = fill(mark.dataset.text ?? '', values, document.documentElement.lang);
    mark.toggleAttribute('data-complete', run === all.length && passed === asked.length);
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-progress-reset]')) {
    part.hidden = Object.keys(progress).length === 0;
  }
}

showProgress();
document.addEventListener(progressChanged, showProgress);
// A change in another tab.
addEventListener('storage', showProgress);
