import type { TreeNode, TreeOutput } from '../../protocol';
import { say } from '../../words';
import { make } from '../kit/make-element';
import { formatCount } from '../kit/number-format';
import type { Shown } from '../kit/shown';

/** Children built at a time; a button adds more. */
const page = 100;

/** A value as a foldable tree; a primitive as one line. Branches are built when they are first unfolded. */
export function showTree(output: TreeOutput): Shown<'tree'> {
  const element = make('div', { 'data-output': 'tree' });
  // Branches that the reader has opened or closed stay that way when the same value is shown again.
  const folds = new Map<string, boolean>([['', true]]);
  const update = ({ title, root }: TreeOutput): void => {
    const caption = title === undefined ? [] : [make('div', { class: 'rc-title' }, title)];
    element.replaceChildren(...caption, nodeOf(root, '', folds));
  };
  update(output);
  return { element, update, remove: () => element.remove() };
}

/**
 * A value that can be unfolded.
 * @param folds what the reader has opened and closed, by the way to it; `path` leads to this one
 */
export function nodeOf(node: TreeNode, path: string, folds: Map<string, boolean>): HTMLElement {
  if (!node.children?.length && !node.omitted) return make('div', { class: 'rc-tree-leaf' }, ...labelOf(node));
  const details = make('details', {}, make('summary', {}, ...labelOf(node)));
  const build = (): void => {
    if (details.open && details.children.length === 1) details.append(branchOf(node, path, folds));
  };
  details.addEventListener('toggle', () => {
    folds.set(path, details.open);
    build();
  });
  details.open = folds.get(path) ?? false;
  build();
  return details;
}

function labelOf(node: TreeNode): HTMLElement[] {
  const text = make('span', { class: 'rc-tree-value', 'data-type': node.type }, node.text);
  return node.key === undefined ? [text] : [make('span', { class: 'rc-tree-key' }, node.key), text];
}

function branchOf(node: TreeNode, path: string, folds: Map<string, boolean>): HTMLElement {
  const children = node.children ?? [];
  const list = make('ul');
  const grow = (start: number): void => {
    const some = children.slice(start, start + page);
    list.append(...some.map((child, index) => make('li', {}, nodeOf(child, `${path}/${start + index}`, folds))));
    const next = start + some.length;
    if (next < children.length) list.append(moreItem(children.length - next, () => grow(next)));
    else if (node.omitted)
      list.append(make('li', { class: 'rc-muted' }, say('outputs.tree.omitted', { count: formatCount(node.omitted) })));
  };
  grow(0);
  return list;
}

function moreItem(left: number, grow: () => void): HTMLElement {
  const label = say('outputs.tree.more', { count: formatCount(Math.min(page, left)), left: formatCount(left) });
  const button = make('button', { type: 'button', class: 'rc-action' }, label);
  const item = make('li', {}, button);
  button.addEventListener('click', () => {
    const list = item.parentElement;
    const position = list ? list.children.length - 1 : 0;
    item.remove();
    grow();
    // The button is gone: focus goes to the first of the new items, so that it is not lost.
    const next = list?.children[position]?.querySelector('summary, button');
    if (next instanceof HTMLElement) next.focus();
  });
  return item;
}
