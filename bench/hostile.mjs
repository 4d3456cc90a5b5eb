// `npm run hostile`, after `npm run build`: every hostile cell of test/browser/hostile in the built site, as a table by family.
// Options: --root dist  --no-isolation  --step 1 (every n-th cell)  --family NAME  --json FILE (all trials)
import '../scripts/node-version.mjs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    root: { type: 'string', default: process.env.SITE_ROOT ?? 'dist' },
    step: { type: 'string', default: '1' },
    family: { type: 'string' },
    json: { type: 'string' },
    'no-isolation': { type: 'boolean', default: false },
  },
});
// The browser tests take their site from there, when they are loaded.
process.env.SITE_ROOT = options.root;
const { openSite } = await import('../test/browser/site.ts');
const { everyCell, faultText, runSuite } = await import('../test/browser/hostile/suite.ts');

const cells = everyCell(Number(options.step)).filter(({ family }) => [undefined, family].includes(options.family));
const families = [...new Set(cells.map(({ family }) => family))];
const site = await openSite({ isolation: !options['no-isolation'] });
const start = performance.now();
const trials = [];
console.log(`| family | cells | passed | page busy at most, ms |\n| - | - | - | - |`);
for (const name of families) {
  const some = await runSuite(
    site,
    cells.filter(({ family }) => family === name),
  );
  trials.push(...some);
  row(name, some);
}
row('**all**', trials);
await site.close();
if (options.json) await writeFile(options.json, JSON.stringify(trials, undefined, 1));
for (const trial of trials) if (trial.faults.length > 0) console.log(`\n${faultText(trial)}`);
console.log(`\n${((performance.now() - start) / 1000).toFixed(0)} s`);

function row(name, some) {
  const passed = some.filter(({ faults }) => faults.length === 0).length;
  console.log(`| ${name} | ${some.length} | ${passed} | ${Math.max(...some.map(({ busy }) => busy)).toFixed(0)} |`);
}
