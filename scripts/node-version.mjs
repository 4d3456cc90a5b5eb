/**
 * Imported first by everything that can be started with `node`: an older Node stops here with one sentence instead of a stack trace.
 * Scripts must not import by name what Node 20 lacks (`globSync`): that fails before any module runs, and so before this check.
 *
 * 22.18 is the first that has `import.meta.main` and reads TypeScript (`ec.config.mjs`) without a flag.
 */
const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `This needs Node ${needed.join('.')} or later and was started with ${process.versions.node}: use npm (npm start, npm run …) or npx node, which run the Node that npm ci installs.`,
  );
  process.exit(1);
}
