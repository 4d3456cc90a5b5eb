/** Which rooms a room may import; `protocol` and `words` belong to both sides of the worker border. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  pages: ['site', 'notebook', 'words', 'protocol'],
  'content.config': ['site'],
  notebook: ['outputs', 'kept', 'compile', 'site', 'words', 'protocol', 'kernel'],
  kept: ['compile', 'words', 'protocol'],
  outputs: ['words', 'protocol'],
  site: ['compile', 'words'],
  kernel: ['lab', 'datasets', 'backend', 'tfjs-repairs', 'compile', 'words', 'protocol'],
  lab: ['words', 'protocol'],
  datasets: ['words'],
  backend: ['tfjs-repairs', 'words', 'protocol'],
  'tfjs-repairs': ['words'],
  compile: ['words', 'protocol'],
  words: [],
  protocol: ['words'],
};

/**
 * Inside a room: which of its folders a folder may import. A file at the top of a room counts as a folder of its own and may import
 * any of them, unless it is listed.
 */
export const innerArrows: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  lab: {
    stage: [],
    values: [],
    model: ['values', 'stage'],
    show: ['values', 'model', 'stage'],
    controls: ['values', 'stage'],
    training: ['values', 'model', 'stage'],
    windows: ['values', 'model', 'stage'],
    inspect: ['values', 'model', 'windows', 'stage'],
    attribution: ['values', 'model', 'windows', 'stage'],
    scores: ['values', 'model', 'stage'],
    exercises: ['values', 'stage'],
  },
  outputs: {
    kit: [],
    pictures: ['kit'],
    network: ['kit', 'window'],
    window: ['kit'],
    chart: ['kit'],
    layer: ['kit', 'chart', 'pictures'],
    architecture: ['kit'],
    control: ['kit'],
    training: ['kit', 'chart', 'pictures'],
    text: ['kit'],
  },
  notebook: {
    session: [],
    kernel: [],
    notices: [],
    editor: [],
    cell: ['session', 'editor', 'kernel', 'notices'],
    compare: ['session', 'editor', 'cell'],
    history: ['session', 'notices', 'cell', 'compare'],
    edits: ['session', 'notices', 'history'],
    controls: ['session'],
    kept: ['session', 'cell', 'page-data'],
    share: ['session', 'cell', 'edits', 'controls', 'history', 'kernel', 'notices'],
    download: ['session', 'notices', 'kept'],
    actions: ['session', 'kernel', 'cell', 'edits', 'notices', 'share', 'download'],
    build: ['cell', 'kernel', 'download', 'notebook-cell', 'notebook'],
  },
  site: {
    'code-theme': [],
    geometry: [],
    search: [],
    build: ['geometry', 'search'],
    page: ['geometry', 'search'],
    chapters: ['build', 'page'],
    opening: ['build', 'page', 'geometry'],
    shell: ['build', 'page', 'chapters', 'code-theme'],
    theme: [],
  },
};

/** The doors of rooms beside their `index.ts`: a room with code of the page and code of the build has one for each. */
export const doors: readonly string[] = [
  'src/kept/build/index.ts',
  'src/notebook/build/index.ts',
  'src/site/build/index.ts',
  // All tables of words: for the build and the tests.
  'src/words/locales.ts',
  'src/site/build/pictures/index.ts',
  // The page knows the kernel by the address of its worker alone; a test holds that too.
  'src/kernel/worker.ts',
  'src/kernel/worker-webgpu.ts',
];

/** Where each heavy library may be imported, and nowhere else. */
export const homes: readonly (readonly [library: RegExp, files: RegExp])[] = [
  [/^@tensorflow\//, /^src\/(kernel|backend|tfjs-repairs|lab|datasets)\//],
  [/^monaco-editor/, /^src\/notebook\/editor\//],
  [/^chart\.js/, /^src\/outputs\/chart\//],
  [/^@dagrejs\//, /^src\/outputs\/architecture\/architecture-layout/],
  [/^(acorn|sucrase|@jridgewell\/sourcemap-codec)$/, /^src\/compile\//],
];
