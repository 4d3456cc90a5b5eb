/**
 * Writes .generated/tfjs-options.json: which options each function of `tf.layers`, and fit, compile and their like, take. tfjs ignores
 * others without a word, and only its types know them.
 */
import '../node-version.mjs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const target = join(root, '.generated/tfjs-options.json');
const stampFile = join(root, '.generated/tfjs-options.stamp');
const stamp = createHash('sha256')
  .update(
    ['package-lock.json', 'scripts/generate/options.mjs'].map((path) => readFileSync(join(root, path))).join('\0'),
  )
  .digest('hex');
if (existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);

const declarations = join(root, 'node_modules/@tensorflow/tfjs-layers/dist');
const program = ts.createProgram([join(declarations, 'index.d.ts')], { skipLibCheck: true, types: [] });
const checker = program.getTypeChecker();

/** The exports of one of its files. */
function exportsOf(file) {
  const source = program.getSourceFile(join(declarations, file));
  return checker.getExportsOfModule(checker.getSymbolAtLocation(source));
}

const namesOf = (type) =>
  checker
    .getPropertiesOfType(checker.getNonNullableType(type))
    .map(({ name }) => name)
    .sort();

/** The options of a function, its first parameter. */
function optionsOf(symbol) {
  const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
  const parameter = signature?.parameters[0];
  return parameter && namesOf(checker.getTypeOfSymbol(parameter));
}

const layers = {};
for (const symbol of exportsOf('exports_layers.d.ts')) {
  const options = optionsOf(symbol);
  // Classes and what is made of layers take something else.
  if (/^[a-z]/.test(symbol.name) && options?.includes('inputShape')) layers[symbol.name] = options;
}
// An input layer has no weights.
const base = Object.entries(layers)
  .filter(([name]) => name !== 'inputLayer')
  .map(([, options]) => options)
  .reduce((common, options) => common.filter((name) => options.includes(name)));
const arguments_ = {};
for (const [name, file, type] of [
  ['fit', 'engine/training_tensors.d.ts', 'ModelFitArgs'],
  ['evaluate', 'engine/training.d.ts', 'ModelEvaluateArgs'],
  ['compile', 'engine/training.d.ts', 'ModelCompileArgs'],
  ['fitDataset', 'engine/training_dataset.d.ts', 'ModelFitDatasetArgs'],
  ['evaluateDataset', 'engine/training_dataset.d.ts', 'ModelEvaluateDatasetArgs'],
  ['callbacks', 'base_callbacks.d.ts', 'CustomCallbackArgs'],
  ['earlyStopping', 'callbacks.d.ts', 'EarlyStoppingCallbackArgs'],
]) {
  const symbol = exportsOf(file).find((one) => one.name === type);
  arguments_[name] = namesOf(checker.getDeclaredTypeOfSymbol(symbol));
}
if (Object.keys(layers).length < 60 || base.length < 5) throw new Error('the types of tfjs have changed');

const own = Object.fromEntries(
  Object.entries(layers).map(([name, options]) => [name, options.filter((option) => !base.includes(option))]),
);
mkdirSync(join(root, '.generated'), { recursive: true });
writeFileSync(target, `${JSON.stringify({ base, layers: own, calls: arguments_ })}\n`);
writeFileSync(stampFile, stamp);
