import type { Plugin } from 'vite';
import { unfitPatch } from './unfit-patch';

const name = 'receptive-light-lists';
const sheet = /[\\/]@astrojs[\\/]starlight[\\/].*[\\/]markdown\.css$/;
const rule = /\.sl-markdown-content\s+:is\(ol, ul\):has\([^{}]*script:last-child[^{}]*\{[^{}]*\}/;

/**
 * Starlight spaces lists by a selector that looks down from each list and on to siblings. Because of it, a browser computes the styles of
 * a whole cell again whenever anything in it changes: at every key, at every frame of an output, 20 ms each time. This takes the rule out;
 * `prose.css` has one for what the book's lists contain.
 */
export function lightLists(): Plugin {
  let seen = false;
  return {
    name,
    enforce: 'pre',
    transform(code, id) {
      if (!sheet.test(id)) return null;
      seen = true;
      return { code: withoutHeavyRule(code, id), map: null };
    },
    buildEnd(error) {
      const other = [...this.getModuleIds()].find((id) => /[\\/]@astrojs[\\/]starlight[\\/].*\.css$/.test(id));
      if (error || seen || !other) return;
      throw unfitPatch(name, other, 'it has no markdown.css, so its rules for lists may slow every cell.');
    },
  };
}

/** The stylesheet without the rule. */
export function withoutHeavyRule(css: string, file: string): string {
  const without = css.replace(rule, '');
  if (without === css) throw unfitPatch(name, file, 'it spaces lists in another way, which may slow every cell.');
  return without;
}
