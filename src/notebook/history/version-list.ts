import { say } from '../../words';
import { diffLines } from '../compare/line-diff';
import { signedLines } from '../compare/signed-lines';

/** One text in a list from which the reader chooses. */
export interface Version {
  source: string;
  /** What tells it from the others: when and why it was replaced. */
  label: string;
  /** What the cell holds now; undefined where the cell is gone. */
  now?: string | undefined;
}

/** A list of texts: of each its label, its first line that differs, all of it on request, and a button that chooses it. */
export function versionList<One extends Version>(
  versions: readonly One[],
  action: string,
  choose: (version: One) => void,
): HTMLOListElement {
  const list = document.createElement('ol');
  for (const [index, version] of versions.entries()) {
    const item = document.createElement('li');
    const label = document.createElement('p');
    label.id = `rc-version-${String(index)}`;
    label.textContent = version.label;
    const line = document.createElement('code');
    line.textContent = firstLine(version);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'rc-button';
    button.textContent = action;
    button.setAttribute('aria-describedby', label.id);
    button.addEventListener('click', () => choose(version));
    item.append(label, button, line, detailsOf(version));
    list.append(item);
  }
  return list;
}

/** The first line that the cell does not have now; of a text that only lacks lines, its first. */
function firstLine({ source, now = '' }: Version): string {
  const lines = diffLines(now, source).filter(({ text }) => text.trim() !== '');
  const line = lines.find(({ kind }) => kind === 'added') ?? lines.find(({ kind }) => kind === 'same');
  return line?.text.trim() ?? '';
}

/** All of the text, or what it would change; worked out when the reader opens it. */
function detailsOf({ source, now }: Version): HTMLDetailsElement {
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = say(now === undefined ? 'notebook.history.text' : 'notebook.history.compare');
  details.append(summary);
  const open = (): void => {
    const lines = document.createElement('pre');
    lines.className = 'rc-diff';
    lines.tabIndex = 0;
    if (now === undefined) lines.textContent = source;
    else lines.append(...signedLines(now, source));
    details.append(lines);
  };
  details.addEventListener('toggle', open, { once: true });
  return details;
}
