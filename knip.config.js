/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // Named in strings: by astro.config.mjs, and by chapter-components.ts for chapters that do not import them.
    'src/**/shell/*.astro',
    'src/**/{Cell,Exercise,Num,Opening,Trial,ChapterList}.astro',
    // Read as text by the download, whose cells call its exports.
    'src/**/prelude.ts',
    // What readers may use: scripts/generate/types.mjs makes the editor's types of all that they export.
    'src/lab/index.ts',
    'src/datasets/verbs.ts',
    // Chapters and their exercises are found by their place.
    'content/*/*.mdx',
    'content/*/cells.ts',
    'content/*/exercises/*/*.ts',
    // Commands, and what they load by path.
    'scripts/*.mjs',
    'scripts/generate/*.mjs',
    'scripts/train-networks/train.ts',
    'scripts/keep/{run,draw}.mjs',
    'scripts/keep/{keys,run-chapter,draw-stills}.ts',
    'bench/*.mjs',
    'bench/*/{page,worker}.ts',
    'bench/training/convnetjs.mjs',
    'test/closing-line.ts',
  ],
  project: [
    '{src,test,bench,scripts,content}/**/*.{ts,mts,mjs,astro,css,mdx}',
    '*.{js,mjs,ts}',
    // Compiled by AssemblyScript's own compiler.
    '!**/*.as.ts',
    // Types of the .mjs next to it, which is the file that is imported.
    '!**/*.d.mts',
  ],
  paths: { lab: ['src/lab/index.ts'], datasets: ['src/datasets/index.ts'] },
  compilers: {
    css: (text) =>
      [...text.matchAll(/@import\s+(?:url\()?(['"][^'"]+['"])/g)].map(([, path]) => `import ${path};`).join('\n'),
  },
  // Started by its path in scripts/generate/types.mjs; it has no API for what we need. A font file, resolved by its path.
  ignoreDependencies: ['dts-bundle-generator', '@fontsource/source-sans-3'],
  // The editor passes this module on as one value, which knip does not follow.
  ignoreIssues: { 'src/**/editor/models.ts': ['exports'] },
  // Debian's, with which make-data.mjs gets Fashion-MNIST.
  ignoreBinaries: ['apt-get', 'dpkg'],
};
