export const compile = {
  'compile.unexpectedToken': 'Unexpected {token} here.',
  'compile.expected': 'Unexpected {token}: {expected} is expected here.',
  'compile.somethingMissing':
    'Unexpected {token} here. Is an operator, a comma, a semicolon or a line break missing before it?',
  'compile.unexpectedEnd': 'The code ends too early: a bracket, a brace or a value is missing.',
  'compile.unterminatedString': 'This string has no closing quote.',
  'compile.unterminatedTemplate': 'This template string has no closing backtick (`).',
  'compile.unterminatedComment': 'This comment is never closed with */.',
  'compile.unterminatedRegExp': 'This regular expression has no closing /.',
  'compile.missingInitializer': 'A {kind} needs a value: write = and the value after the name.',
  'compile.missingPatternInitializer':
    'Taking names out of an object or array needs that object or array: write = and the value.',
  'compile.alreadyDeclared': '{name} is already declared in this cell.',
  'compile.parameterClash': 'Two parameters of this function have the same name.',
  'compile.reservedWord': '{name} is a reserved word and cannot be used here.',
  'compile.awaitOutside':
    'await works at the top level of a cell and in async functions: write async before this function.',
  'compile.returnOutside':
    'return works only inside a function. To show a value, end the cell with it, without a semicolon.',
  'compile.jumpOutside': '{name} works only inside a loop (break also inside a switch).',
  'compile.badTarget': 'Nothing can be assigned to this.',
  'compile.importNotAtTop': 'import and export work only at the top level of a cell.',
  'compile.unknownExport': '{name} is exported but not declared in this cell.',
  'compile.badNumber': 'This is not a number. A name cannot begin with a digit.',
  'compile.syntax': 'This is not valid TypeScript: {detail}.',
  'compile.tooLarge':
    'This cell is too large: it has {size:# word, sign or line|# words, signs and lines}, and may have {limit:#}. Data belongs in a file, which fileInput() reads.',
  'compile.tooLong': 'This cell is too long: it may have at most {limit:# character|# characters}.',
  'compile.tooDeep': 'This code is nested too deeply.',
  'compile.namespace':
    'A cell cannot have a namespace with code in it, only one of types. Use an object or plain functions.',
  'compile.decorator':
    'A cell cannot have decorators (@). Call the function instead: const Named = decorator(class { … }).',
  'compile.jsx':
    'A cell cannot have JSX (<tags> in code): there is no page to put elements into. Show values with show(), print text with console.log().',
  'compile.typeAcrossLines': 'A string inside a type must stay on one line.',
  'compile.unknownModule': 'A cell can import @tensorflow/tfjs, lab and datasets, but not {module}.',
  'compile.standIn.vis': 'Instead of it, plot(), trainingView(), featureMaps() and confusionMatrix() draw.',
  'compile.standIn.tfjs': '@tensorflow/tfjs has all of it.',
  'compile.standIn.models': 'A trained network comes from pretrained() in datasets.',
  'compile.standIn.node': 'That belongs to Node.js: fileInput() reads files here, and download() offers one.',
  'compile.standIn.numbers': 'Instead of it, tf makes tensors and computes with them.',
  'compile.standIn.draw': 'Instead of it, plot() draws charts and show() pictures and tables.',
  'compile.python.def': 'def is Python. Here a function is written function {name}(…) { … return …; }.',
  'compile.python.for':
    'This is Python. Here a loop is written for (const x of list) { … }, or for (let i = 0; i < n; i += 1) { … }.',
  'compile.python.block':
    'This is Python. Here a condition stands in brackets and a block in braces: if (x > 0) { … } else { … }.',
  'compile.python.import':
    'This is Python. tf, the verbs of the book and its data sets are in every cell without import.',
  'compile.python.lambda': 'This is Python. Here a short function is written (x) => x * 2.',
  'compile.python.comment': 'Here a comment begins with //.',
  'compile.python.words': 'This is Python: and, or and not are written &&, || and ! here.',
  'compile.html':
    'This is HTML, the code of a page. A cell takes TypeScript only, and tf is in every cell without a <script>.',
  'compile.noDefault': '{module} has no default export: write import * as {name}, or name what you need in braces.',
  'compile.badExport':
    'Cells share their names without export. Only export before a declaration is allowed (and changes nothing).',
  'compile.duplicate':
    '{name} is declared in more than one cell: {cells}. Rename all but one, or wrap the code of one cell in { … }: then its names are its own.',
  'compile.foreignWrite':
    'Cell “{cell}” assigns to {name}, which belongs to cell “{owner}”. Only that cell can change it.',
  'compile.cycle': 'These cells need each other in a circle: {cells}. Break it by moving a declaration.',
  'compile.andMore': '{cells} and {count:#} more',
} as const;
