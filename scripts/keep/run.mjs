// Runs one chapter in one language in a process of its own, for keep.mjs: `node run.mjs FILE LOCALE OUT`. tfjs is global to a process.
import '../node-version.mjs';
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { load } from './load.mjs';

const [file, locale, out] = process.argv.slice(2);
const { runChapter } = await load('run-chapter.ts');
writeFileSync(out, serialize(await runChapter(file, locale)));
// The kernel's timers would hold the process.
process.exit(0);
