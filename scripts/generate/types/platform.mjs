/**
 * What a worker offers cells besides TensorFlow.js, as declarations: a small part of TypeScript's own lib.webworker.d.ts. All of it
 * would take the editor a second to read, and make everyday names an error: it declares `name`, `origin`, `status` and 900 more.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

const wanted = `
  console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone reportError performance crypto
  requestAnimationFrame cancelAnimationFrame fetch Request Response Headers FormData URL URLSearchParams
  Blob File FileReader FileReaderSync btoa atob TextEncoder TextDecoder WebAssembly
  ReadableStream WritableStream TransformStream CompressionStream DecompressionStream
  AbortController AbortSignal DOMException Event EventTarget CustomEvent MessageEvent ErrorEvent PromiseRejectionEvent
  ImageData ImageBitmap createImageBitmap OffscreenCanvas OffscreenCanvasRenderingContext2D Path2D DOMMatrix DOMPoint DOMRect
  self location navigator WorkerLocation WorkerNavigator isSecureContext crossOriginIsolated importScripts
  Worker MessageChannel MessagePort BroadcastChannel postMessage onmessage addEventListener removeEventListener dispatchEvent
  DedicatedWorkerGlobalScopeEventMap WorkerGlobalScopeEventMap MessageEventTargetEventMap WorkerEventMap MessagePortEventMap WorkerOptions
`
  .trim()
  .split(/\s+/);

/** Large families that the wanted declarations mention; a cell has no use for them. */
const unwanted = new RegExp(
  `^(?:${[
    ...[
      'WebGL',
      'GPU',
      'RTC',
      'SVG',
      'HTML',
      'CSS',
      'Audio',
      'Video',
      'Media',
      'Service',
      'Worker',
      'Dedicated',
      'Shared',
    ],
    ...['Subtle', 'CryptoKey', 'IDB', 'Cache', 'Lock', 'Push', 'Notification', 'Permission', 'Storage', 'FileSystem'],
  ].join('|')})`,
);

/** The declarations of `wanted` and of everything that they mention. */
export function platformTypes() {
  const file = createRequire(import.meta.url).resolve('typescript/lib/lib.webworker.d.ts');
  const source = ts.createSourceFile('lib.d.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declarations = new Map();
  for (const statement of source.statements) {
    for (const name of namesOf(statement)) declarations.set(name, [...(declarations.get(name) ?? []), statement]);
  }
  const taken = new Set();
  const left = new Set();
  const queue = [...wanted];
  for (const name of wanted) if (!declarations.has(name)) throw new Error(`lib.webworker.d.ts declares no ${name}`);
  while (queue.length > 0) {
    for (const statement of declarations.get(queue.pop()) ?? []) {
      if (taken.has(statement)) continue;
      taken.add(statement);
      for (const name of mentionedIn(statement)) {
        if (!declarations.has(name)) continue;
        if (unwanted.test(name) && !wanted.includes(name)) left.add(name);
        else queue.push(name);
      }
    }
  }
  const texts = source.statements
    .filter((statement) => taken.has(statement))
    .map((statement) => statement.getFullText().trim());
  return (
    [...texts, ...[...left].sort().map((name) => `interface ${name}${parametersOf(declarations.get(name))} {}`)].join(
      '\n\n',
    ) + '\n'
  );
}

/** `<T = any>` of a generic interface: its uses have type arguments. */
function parametersOf([statement]) {
  return statement.typeParameters
    ? `<${statement.typeParameters.map((parameter) => parameter.getText()).join(', ')}>`
    : '';
}

function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return statement.name ? [statement.name.getText()] : [];
}

function mentionedIn(statement) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node)) names.add(node.typeName.getText());
    else if (ts.isExpressionWithTypeArguments(node)) names.add(node.expression.getText());
    else if (ts.isTypeQueryNode(node)) names.add(node.exprName.getText());
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}
