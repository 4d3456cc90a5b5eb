// Draws the stills of one chapter in one language in a process of its own, for keep.mjs: `node draw.mjs CHAPTER LOCALE RAN OUT`.
import '../node-version.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { load } from './load.mjs';

const [chapter, locale, ran, out] = process.argv.slice(2);
const { drawStills } = await load('draw-stills.ts');
writeFileSync(out, serialize(await drawStills(chapter, locale, deserialize(readFileSync(ran)))));
process.exit(0);
