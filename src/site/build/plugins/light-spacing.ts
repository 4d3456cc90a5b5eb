import type { Plugin } from 'vite';
import { unfitPatch } from './unfit-patch';

const name = 'receptive-light-spacing';
const sheet = /[\\/]@astrojs[\\/]starlight[\\/].*[\\/]markdown\.css$/;
const outside = ':not(:where(.not-content *))';

/** Starlight's rules for the space between blocks that cost the most, and what takes their place. */
const rules: readonly [RegExp, string][] = [
  // Looks down from each list and on to siblings: a change in a cell restyles all of it, at every key and at every frame of an output.
  // `prose.css` has a rule for what the book's lists contain.
  [/\.sl-markdown-content\s+:is\(ol, ul\):has\([^{}]*script:last-child[^{}]*\{[^{}]*\}/, ''],
  // Begin with `:not(…) +`: a cell that comes or goes restyles the whole chapter.
  [
    /\.sl-markdown-content\s+:not\(a,[^{}]*\+ :not\([^{}]*\{([^{}]*)\}/,
    `.sl-markdown-content :where(:not(a, strong, em, del, span, input, code, br, :first-child))${outside} {$1}`,
  ],
  [/\.sl-markdown-content\s+:not\(a,[^{}]*\+ :is\(astro-island[^{}]*\{[^{}]*\}/, ''],
  [
    /\.sl-markdown-content\s+:not\(h1,[^{}]*\+ :is\(h1[^{}]*\{([^{}]*)\}/,
    `.sl-markdown-content :is(h1, h2, h3, h4, h5, h6):not(:first-child)${outside} {$1}`,
  ],
];

/** Makes Starlight's spacing cheap where cells change: a browser computed styles again for 20 ms at each key, 60 ms with each cell. */
export function lightSpacing(): Plugin {
  let seen = false;
  return {
    name,
    enforce: 'pre',
    transform(code, id) {
      if (!sheet.test(id)) return null;
      seen = true;
      return { code: withLightRules(code, id), map: null };
    },
    buildEnd(error) {
      const other = [...this.getModuleIds()].find((id) => /[\\/]@astrojs[\\/]starlight[\\/].*\.css$/.test(id));
      if (error || seen || !other) return;
      throw unfitPatch(name, other, 'it has no markdown.css, so its rules for spacing may slow every cell.');
    },
  };
}

/** The stylesheet with lighter rules in place of the heavy ones. */
export function withLightRules(css: string, file: string): string {
  return rules.reduce((before, [heavy, light]) => {
    const after = before.replace(heavy, light);
    if (after === before) throw unfitPatch(name, file, 'it spaces text in another way, which may slow every cell.');
    return after;
  }, css);
}
