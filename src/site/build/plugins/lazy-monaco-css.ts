import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { unfitPatch } from './unfit-patch';

const name = 'receptive-lazy-monaco-css';
const prefix = '\0lazy-css:';
const monaco = /[\\/]monaco-editor[\\/]/;
const localUrl = /url\(\s*["']?(?!data:|https?:|#)([^"')]+)["']?\s*\)/g;

/**
 * Monaco imports its stylesheets from its modules, and Astro hoists every stylesheet it meets into the page: 175 kB before anyone
 * edits. In the build this turns each into a module that adds a `<style>` when it loads, which is when the editor loads.
 */
export function lazyMonacoCss(): Plugin {
  return {
    name,
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('.css')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved || !monaco.test(resolved.id)) return null;
      return `${prefix}${resolved.id}.js`;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = id.slice(prefix.length, -'.js'.length);
      return styleModule(await readFile(file, 'utf8'), file);
    },
    buildEnd(error) {
      const files = [...this.getModuleIds()].filter((id) => monaco.test(id));
      const [first] = files;
      if (error || !first) return;
      const hoisted = files.find((id) => /\.css(\?|$)/.test(id));
      if (hoisted) throw unfitPatch(name, hoisted, 'one of its stylesheets got past the plugin, into every page.');
      if (!files.some((id) => id.startsWith(prefix)))
        throw unfitPatch(
          name,
          first,
          'it imports no stylesheet, so it may bring its styles in a way that slows every page.',
        );
    },
  };
}

/** A module that adds `css` to the document. Files that the stylesheet refers to become assets of the build. */
export function styleModule(css: string, file: string): string {
  const assets: string[] = [];
  const text = css.replace(localUrl, (_, path: string) => {
    assets.push(resolve(dirname(file), path.replace(/[?#].*$/, '')));
    return `url("\${asset${assets.length - 1}}")`;
  });
  const template = text.replace(/[`\\]|\$(?!\{asset\d+\})/g, (sign) => `\\${sign}`);
  return [
    ...assets.map((path, index) => `import asset${index} from ${JSON.stringify(`${path}?url`)};`),
    "const style = document.createElement('style');",
    `style.textContent = \`${template}\`;`,
    'document.head.append(style);',
  ].join('\n');
}
