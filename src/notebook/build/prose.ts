import type { ProseBlock } from '../download/prose';

/**
 * A chapter's MDX as plain Markdown with its cells in their places. Of the book's components, an aside becomes a quotation, a tab its
 * label and its contents, an exercise its title, its task and its cell; others go, and leave what they hold.
 */
export function proseBlocks(mdx: string): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let lines: string[] = [];
  let quoted = false;
  let exercise: string | undefined;
  let fence: string | undefined;

  const cut = (): void => {
    const text = lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text) blocks.push({ kind: 'text', text });
    lines = [];
  };
  const cell = (name: string): void => {
    cut();
    blocks.push({ kind: 'cell', name });
  };
  const push = (line: string): void => void lines.push(quoted ? `> ${line}`.trimEnd() : line);

  /** A component's tag that stands alone on its line. */
  function tag(closing: boolean, component: string, attributes: string): void {
    const value = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    if (component === 'Aside') {
      if (!closing) lines.push('');
      quoted = !closing;
      const title = value('title');
      if (title !== undefined) push(`**${title}**`);
      if (!closing) push('');
      else lines.push('');
    } else if (component === 'Exercise' && closing) {
      if (exercise !== undefined) cell(exercise);
      exercise = undefined;
    } else if (component === 'Exercise') {
      exercise = value('name');
      lines.push('', `**${value('title') ?? ''}**`, '');
    } else if (component === 'TabItem' && !closing) lines.push('', `**${value('label') ?? ''}**`, '');
    else if (component === 'Cell') cell(value('name') ?? '');
  }

  for (const line of joinTags(mdx)) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      push(line);
    } else if (mark) {
      fence = mark;
      push(line);
    } else if (/^(import|export)\s/.test(line) || /^\s*\{\/\*.*\*\/\}\s*$/.test(line)) continue;
    else {
      const found = /^\s*<(\/?)([A-Z]\w*)\b([^>]*)>\s*$/.exec(line);
      if (found) tag(found[1] === '/', found[2] ?? '', found[3] ?? '');
      else push(line.replace(/\\([{}<])/g, '$1'));
    }
  }
  cut();
  return blocks;
}

/** The lines of the text; a component's tag that goes over several stands on one. */
function joinTags(mdx: string): string[] {
  const lines: string[] = [];
  let open = false;
  for (const line of mdx.split('\n')) {
    if (open) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(line);
    open = open ? !line.includes('>') : /^\s*<[A-Z][^>]*$/.test(line);
  }
  return lines;
}
