import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { hashOf } from '../../site/build';
import { frameDocument, framePolicy } from '../kernel/place/policy';

/** The script of the kernel's frame, which the policy of every page must allow: a frame without an address inherits it. */
export const frameScript = readFileSync(new URL('../kernel/place/frame-script.js', import.meta.url), 'utf8');

/** Writes the frame as a document of its own: unlike a page, it may load code from `data:` addresses. */
export function framePage(): AstroIntegration {
  return {
    name: 'receptive-frame-page',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const policy = framePolicy(`'${hashOf(frameScript)}'`, 'data:');
        writeFileSync(new URL('place.html', dir), frameDocument(policy, frameScript));
      },
    },
  };
}
