export const kernel = {
  'kernel.stopped': 'Stopped.',
  'kernel.fetch.elsewhere':
    '{url} is out of reach: a cell reads only this book’s own files. To use one of yours, download it and give it to the cell with fileInput() or imageInput().',
  'kernel.fetch.outside': 'A cell reads only the files below data/ of this book, and {path} is not one of them.',
  'kernel.fetch.tooMany': 'Too many files were asked for at the same time.',
  'kernel.models.none': 'No model is saved under the name {name}. tf.io.listModels() shows which are.',
  'kernel.models.badName': 'The name of a saved model has 1 to {most} characters.',
  'kernel.models.tooLarge':
    'This model is too large to be saved here: at most {most} MB. Offer it as a file with download() instead.',
  'kernel.models.full':
    'The store of saved models is full: it holds {models:# model|# models} and {size} MB. Delete some: “Saved models” in the chapter’s menu lists them.',
  'kernel.models.blocked': 'This browser lets the page store nothing now, so the model was not saved or loaded.',
  'kernel.models.scheme': '{address} is not an address of a saved model; those begin with indexeddb://.',
  'kernel.models.same': 'The model {name} would be copied onto itself.',
  'kernel.thrown': 'Thrown',
  'kernel.noMessage': "This error has no message; new Error('…') takes one.",
  'kernel.notError': "throw takes any value, but only an error also tells its line: throw new Error('…').",
  'kernel.causes': 'Behind it: {causes}.',
  'kernel.causes.then': '; ',
  'kernel.guessed': 'Nothing tells which cell this comes from; this one ran last.',
  'kernel.cut.lines': '… and {count:# more line|# more lines}',
  'kernel.cut.characters': '(and {count:# more character|# more characters})',
  'kernel.flood':
    'This cell had more than {most:# timer or listener|# timers or listeners} under way at once: all of them were ended.',
  'kernel.failing': 'This cell went on throwing errors after its end: what it had left behind was ended.',
  'kernel.close':
    'A cell cannot close the kernel, on which all cells run. Restart, in the bar above the first cell, does.',
  'kernel.noEval':
    'A cell cannot turn text into code: eval(), new Function() and timers with a text are switched off here.',
  'kernel.console.assertion': 'Assertion failed',
  'kernel.console.group': 'Group',
  'kernel.console.trace': 'Calls that led here:',
  'kernel.console.call': '{name}cell {cell}, line {line}',
  'kernel.console.noTimer': 'There is no timer {label}: console.time() starts one.',
  'kernel.console.timerRuns': 'The timer {label} is running already.',
  'kernel.console.noCount': 'Nothing was counted as {label} yet.',
  'explain.batch': 'batch',
  'explain.images': '[batch, height, width, channels]',
  'explain.and': ' and ',
  'explain.image': '{op} wants {wanted}; this is {shape}. {cure}',
  'explain.cure.greyPicture': 'It is one grey picture: add the two missing axes with x.reshape({code}).',
  'explain.cure.picture': 'It is one picture: make a batch of one with x.expandDims(0).',
  'explain.cure.greyPictures': 'The channel axis is missing: grey pictures get it with x.expandDims(-1).',
  'explain.cure.one': 'It is one example: make a batch of one with x.expandDims(0).',
  'explain.cure.flat':
    'Its rows and columns are gone: put this step before the flattening, or restore the axes with reshape().',
  'explain.cure.axes': 'Change its shape to this form with reshape(), expandDims() or squeeze().',
  'explain.cure.filter': 'Add the two missing axes with filter.reshape({code}).',
  'explain.cure.inputChannels': 'The channel axis is missing: write inputShape: {code}.',
  'explain.cure.inputBatch': 'inputShape leaves the batch out: write inputShape: {code}.',
  'explain.cure.resize':
    'Resize the pictures, for example with tf.image.resizeBilinear(), or build the model with their size as inputShape.',
  'explain.cure.channels':
    'The channels differ: a grey picture has 1, a colour picture 3. Convert the pictures, or build the model with their channels in inputShape.',
  'explain.filter': '{op} wants its filter as [height, width, input channels, filters]; this is {shape}. {cure}',
  'explain.channels':
    'The input {input} has {has:# channel|# channels} (its last axis), but the filter {filter} reads {reads} (its third axis); they must be equal.',
  'explain.channels.first':
    "The input's channels seem to come first: move them to the end with x.transpose([0, 2, 3, 1]).",
  'explain.channels.order':
    "The filter seems to be in PyTorch's order: reorder it with filter.transpose([2, 3, 1, 0]).",
  'explain.channels.equal': 'Give the filter as many input channels as the input has.',
  'explain.pointwise':
    'The depthwise step gives {has:# channel|# channels}, so the pointwise filter must be [1, 1, {has}, filters]; this is {shape}.',
  'explain.strideDilation': 'Strides and dilation cannot both be above 1. Set one of them to 1.',
  'explain.padding': "{op} needs to know its padding: 'valid' (none), 'same', or a number. This is {value}.",
  'explain.tooLarge':
    "A window of {window} does not fit into a picture of {input}. Use a smaller window, a larger picture, or padding 'same'.",
  'explain.pixels':
    'A float32 picture goes from 0 to 1, and this one has {value}. Divide it by 255, or make it int32 (0 to 255) with x.toInt().',
  'explain.matMul':
    '{op} multiplies rows by columns: {a} has {columns:# column|# columns} and {b} has {rows:# row|# rows}, and these two must be equal. {cure}',
  'explain.matMul.second': 'They fit with the second matrix transposed: tf.matMul(a, b, false, true).',
  'explain.matMul.first': 'They fit with the first matrix transposed: tf.matMul(a, b, true, false).',
  'explain.matMul.swapped': 'They fit the other way round: tf.matMul(b, a).',
  'explain.matMul.other': 'Check the shapes, and transpose() or reshape() one of them.',
  'explain.matMul.vector':
    'matMul wants matrices; this is a vector, {shape}. Make it a row with x.expandDims(0) or a column with x.expandDims(1), or use tf.dot().',
  'explain.broadcast':
    'Shapes are compared from the last axis: {a} and {b} have {one} and {other} at axis {axis}. They must be equal there, or one of them 1. {cure}',
  'explain.broadcast.vector': 'If the vector belongs to axis {axis}, give it trailing axes of size 1: reshape({code}).',
  'explain.broadcast.reshape': 'Check the shapes, and reshape() or transpose() one of them.',
  'explain.broadcast.channels':
    'Give both the same channels first, with a 1×1 convolution in one of the branches; to lay them side by side, use tf.layers.concatenate().',
  'explain.broadcast.size':
    "One branch is smaller: give all the same strides and padding: 'same', or make the shortcut smaller with a 1×1 convolution and the same strides.",
  'explain.reshape':
    '{from} holds {has:# number|# numbers}, but {wanted} asks for {asks:#}. The product of the new sizes must be {has:#}; one of them may be -1, and is then worked out.',
  'explain.reshape.rest':
    '{from} holds {has:# number|# numbers}, and {has:#} ÷ {part:#} is not a whole number. Check the sizes other than -1.',
  'explain.concat':
    'Tensors can be joined where all sizes except those along the joined axis are equal: {shapes}. Choose another axis, or make the shapes match first.',
  'explain.equalShapes': '{op} wants equal shapes: {shapes}. Check which of the two is not what you think.',
  'explain.axes': 'with {rank:# axis|# axes}',
  'explain.axis': 'A tensor of shape {shape} has the axes 0 to {last}, counted from 0; there is no axis {axis}.',
  'explain.transpose': 'transpose() wants every axis of {shape} once, in its new order; this is {order}.',
  'explain.dtype': '{op} wants numbers of type {wanted}, and these are {got}. Convert them with {code}.',
  'explain.promise': 'This is a promise: its value comes later. Write await before the call that made it.',
  'explain.nothing': 'The value is null or undefined here: a name without a value, or a function that returns nothing.',
  'explain.symbolic':
    "{op} needs numbers, but the output of apply() has only a shape so far. Go on with layers, for example tf.layers.activation({ activation: 'relu' }).apply(x), or compute with what predict() gives.",
  'explain.values':
    'A tensor of shape {shape} holds {asks:# number|# numbers}, but {has:# was|# were} given. Check the shape, or the length of the list.',
  'explain.flat': 'Give {op}() nested lists, or a flat list and a shape: {op}(values, shape).',
  'explain.ragged': 'Are all rows of the nested list of the same length? In a tensor they must be.',
  'explain.listOfTensors':
    'A list of tensors is joined with tf.stack(list), along a new axis, or tf.concat(list), along an existing one.',
  'explain.assign': 'A variable keeps its shape: it is {old}, and the new value is {value}.',
  'explain.weights':
    'The layer has weights of shape {own}, but {given} was given. Give them in the order of getWeights(), from a layer with the same options.',
  'explain.memory':
    'This needs more memory than there is. Take fewer pictures at a time, smaller ones, or free tensors with dispose() and tf.tidy().',
  'explain.noPage':
    'A cell runs beside the page, not in it: there is no {name} here. Show things with show() and plot(), print with console.log(), and ask the reader with slider(), select(), drawingPad() or fileInput().',
  'explain.noStore':
    'A cell cannot use the browser’s storage ({name}). Values live in names that cells share; the code of a cell is saved by itself.',
  'explain.noNode':
    '{name} belongs to Node.js. A cell runs in the browser: tf and the names of the book are there without it.',
  'explain.noNetwork':
    'A cell reaches this site only: nothing that it computes can leave your device, by design. Bring your own data with fileInput(), or paste it into the cell.',
  'explain.recursion':
    'A function calls itself too often, most likely without an end: what should stop it? A loop needs no stack.',
  'explain.layer.rank':
    '{op} wants {rank:# axis|# axes} with the batch; this is {shape}. Check which layer comes before it, and inputShape.',
  'explain.layer.axis':
    '{layer} was built for {wanted:# number|# numbers} along axis {axis}; this is {shape}. A layer keeps the size that it saw first: make another layer, or give the input that size.',
  'explain.layer.tooSmall':
    "At {layer} only {shape} is left, less than its window. Use fewer strides and poolings before it, a smaller kernelSize, or padding: 'same'.",
  'explain.flatten':
    'Flatten must know all sizes but the batch; it got {shape}. Give the first layer a full inputShape, or use tf.layers.globalAveragePooling2d() instead.',
  'explain.merge': 'This layer joins several inputs: give them as one list, apply([a, b]).',
  'explain.inputShape':
    "The first layer cannot know what comes in. Give it the shape of one example, without the batch: inputShape: [28, 28, 1]. (Keras's input_shape is inputShape here.)",
  'explain.empty':
    'The model has no layers yet. Add them with model.add(), or give them at once: tf.sequential({ layers: [ … ] }).',
  'explain.required.units': 'A dense layer needs to know its size: tf.layers.dense({ units: 10 }).',
  'explain.required.kernel': 'A convolution needs to know the size of its window, and how many filters: {code}.',
  'explain.paddingMode': "Write padding in small letters: 'valid' or 'same'. This is {given}.",
  'explain.softmaxAxis': 'TensorFlow.js computes softmax along the last axis only: tf.layers.softmax({ axis: -1 }).',
  'explain.layerName':
    'Two layers are called {name}. Each name may be used only once; a layer without a name gets a unique one.',
  'explain.noLayer': 'The model has no layer {name}. Its names: model.layers.map((layer) => layer.name).',
  'explain.disconnected':
    'The outputs do not come from these inputs: follow apply() back from the output. Each step must start from the tensor of tf.input() that you give as inputs.',
  'explain.notCompiled':
    "Before fit() and evaluate() a model needs an optimizer and a loss: model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' }). A loaded model too.",
  'explain.noLoss':
    "compile() needs a loss: loss: 'categoricalCrossentropy' for classes, 'meanSquaredError' for numbers.",
  'explain.noOptimizer': "compile() needs an optimizer: optimizer: 'adam', or tf.train.adam(0.001).",
  'explain.takes': 'The model takes {wanted}; this is {shape}. {cure}',
  'explain.labels.classes':
    "For each example the model gives {wanted:# number|# numbers} ({each}), but the labels {labels} hold one: the class? Make them one-hot, tf.oneHot(labels.toInt(), {wanted}), or compile with loss: 'sparseCategoricalCrossentropy'.",
  'explain.labels.oneHot':
    "This loss wants one class number per example, but the labels {labels} are one-hot. Compile with loss: 'categoricalCrossentropy', or use labels.argMax(-1).",
  'explain.labels.width':
    'The last layer gives {wanted:# number|# numbers} per example ({each}), the labels {labels} have {has}. The last layer must have as many units as there are classes.',
  'explain.labels.shape':
    'The model gives {each}, the labels are {labels}. Is a Flatten or a global pooling missing before the last layer?',
  'explain.samples':
    'There {inputs:is # example|are # examples} but {labels:# label|# labels}: each example needs exactly one. Did both come from the same slice?',
  'explain.noTensor':
    '{method}() takes a tensor, or one for each input and output of the model. Make one from numbers with tf.tensor().',
  'explain.fitting': 'An earlier training has not ended. Write await before model.fit().',
  'explain.noLabels': 'The labels are missing: give them second, model.fit(images, labels).',
  'explain.validationData': 'validationData wants a pair: [images, labels].',
  'explain.dataset':
    'fitDataset() wants elements { xs, ys }: map your dataset to them, dataset.map(([image, label]) => ({ xs: image, ys: label })).',
  'explain.disposed':
    'Its memory was freed: by dispose(), at the end of a tidy(), or at the end of a cell, which keeps only the tensors that its names lead to: through lists, objects and maps, but not through functions, promises and private fields, nor deeper than 6 levels or behind 10,000 elements. Give it a name in the cell that makes it (const x = …), hold it with tf.keep(x), or make it again.',
  'explain.disposedModel':
    'The weights of {name} were freed by dispose(), or the cell that made it ran again. Run that cell, then this one.',
  'explain.variable': 'There is a variable called {name} already. Leave the name out: tf.variable(value).',
  'explain.noVariables':
    'There is nothing to train: make weights with tf.variable(), and use them inside the function.',
  'explain.gradient':
    'The result does not depend on the input through tf operations. Between the two, use only tf operations: numbers read with dataSync() or array(), and argMax(), break the chain.',
  'explain.noGradient': 'TensorFlow.js has no gradient here ({op}), so what comes before it cannot be trained.',
  'explain.kernel': '{kernel} does not exist on the {backend} backend. Compute the same with other operations.',
  'explain.rename': 'TensorFlow.js has no {given}. Did you mean {near}?',
  'explain.camelCase':
    "TensorFlow.js has no {given}: Keras's names are written without underscores here. Write {near}.",
  'explain.unknown': 'TensorFlow.js has no {given}. There are: {known}.',
  'explain.noKeras':
    'Here tf is Keras already: layers are in tf.layers, models come from tf.sequential() and tf.model(), optimizers from tf.train.',
  'explain.later': 'The numbers come later: wait for them with {code}.',
  'explain.plainNumbers':
    'dataSync() and arraySync() give plain JavaScript numbers, which have no {method}(). Compute with the tensor first, then read it.',
  'explain.notTensor':
    '{value} is not a tensor here. If it is a promise, wait for it first: (await {value}).{method}(…).',
  'explain.dataLater': 'A data set arrives later: write await before digits(), fashion() or emoji().',
  'explain.historyLater': 'Training takes time: write await before model.fit(), and read history.history.',
  'explain.nan':
    'The loss has become {loss}, which is not a finite number, and the weights are lost. Usually the learning rate is too high: make it ten times smaller and build the model again. Otherwise look for a division by 0, or for the logarithm of 0.',
  'explain.texts':
    "These are texts, and only numbers can be computed with. Number the classes first: const names = ['cat', 'dog'], and names.indexOf(label) is the number of a label.",
  'explain.typedRows':
    '{op}() takes numbers in nested lists, or one flat list. A list of typed arrays has two axes: tf.tensor2d(list), then reshape() it to the shape that you want.',
  'explain.byName': 'The option {option} cannot take this. Write, for example, {code}.',
  'explain.positive': '{option} is a whole number from 1 up; this is {value}.',
  'explain.sizes': '{option} is one number for all axes, or a list of {count:# number|# numbers}: {code}.',
  'explain.layer.channelsFirst':
    'Channels come last here. In {shape} they seem to come first: write inputShape: {code}.',
  'explain.labels.axis':
    'The model gives {each}, the labels are {labels}: their last axis is missing. Add it with labels.expandDims(-1).',
  'explain.batches':
    'A model learns from batches of tensors, and this dataset seems to give single examples: write dataset.batch(32). If its examples are objects, as the rows of a CSV file are, make lists of them before: dataset.map(({ xs, ys }) => ({ xs: Object.values(xs), ys: Object.values(ys) })).',
  'explain.nearProperty': '{path} has no {name}. Did you mean {near}?',
  'explain.noProperty': '{path} has no {name}. It has: {known}.',
  'explain.noElement': '{path} has {count:# element|# elements}, counted from 0: there is no [{at}].',
  'explain.noMetric': "Accuracy is there, as acc, with metrics: ['accuracy'] in compile().",
  'explain.noValidation': 'What begins with val_ needs validationData or validationSplit in fit().',
  'explain.accuracy': 'Accuracy is called acc here, and val_acc for the validation data.',
  'explain.ofNothing':
    'There is nothing that {property} could be read of: what stands before it is undefined or null. Is its name spelled right, and did it get a value before this line?',
  'explain.nearName': 'Nothing is called {name} here. Did you mean {near}?',
  'explain.noName':
    'Nothing is called {name} here. Small and capital letters differ, and a name that is declared inside braces is known only there.',
  'explain.undeclared':
    'A new name is declared when it gets its first value: const {name} = …, or let {name} = … if the value will change.',
  'explain.tooEarly': '{name} is used here before the line that declares it has run: move that line up.',
  'explain.constant':
    'A name that is declared with const, or that comes from the book, keeps its value. Declare it with let if it is to change, or take another name.',
  'explain.notCalled': 'Only functions are called with (), and {name} is {kind}.',
  'explain.noFunction':
    'Only functions are called with (), and {name} is none here. Is it spelled right, or does something else have the same name?',
  'explain.kind.tensor': 'a tensor',
  'explain.kind.list': 'a list: take elements out with [0]',
  'explain.kind.promise': 'a promise, whose value await waits for',
  'explain.kind.number': 'a number',
  'explain.kind.text': 'a text',
  'explain.kind.model': 'a model: call its predict()',
  'explain.kind.object': 'an object',
  'explain.notIterable':
    'Only lists can be taken apart with [ … ] and gone through with for … of. A tensor gives the list of its parts with x.unstack(), its numbers with await x.array(); a promise is waited for with await.',
  'explain.evaluated':
    "Without metrics, evaluate() gives one tensor: the loss. With metrics: ['accuracy'] in compile() it gives a list, [loss, accuracy].",
  'explain.json':
    'This is not JSON: its names and texts stand in double quotes, and after the last element there is no comma.',
  'explain.json.page': 'This is a page (HTML) and not JSON: the address is probably wrong.',
  'explain.length':
    'The length of a list is a whole number, 0 or more. What was computed for it is negative, a fraction, or far too large.',
  'explain.callbacks':
    'Callbacks are functions in braces, { onEpochEnd: … }, or a list of them and of ready-made ones: callbacks: [tf.callbacks.earlyStopping()].',
  'explain.saveAddress':
    "A cell keeps models under addresses that begin with indexeddb://, as in model.save('indexeddb://clothes'). A file is offered with download(name, content).",
  'explain.noCamera':
    'A cell cannot open the camera itself: imageInput() asks the reader for a picture, from the camera too.',
  'explain.elsewhere.print': 'Here console.log() prints, and show() shows any value.',
  'explain.elsewhere.len': 'A list has its length as list.length, a tensor its sizes as x.shape.',
  'explain.elsewhere.range':
    'Counting is written for (let i = 0; i < n; i += 1) { … }; tf.range(0, n) makes a tensor of the numbers, and list.entries() gives elements with their place.',
  'explain.elsewhere.nothing': 'Nothing is called null here, or undefined where a value was never given.',
  'explain.elsewhere.convert': 'Here Number(), Math.trunc(), String() and Boolean() convert a value.',
  'explain.elsewhere.math': 'For numbers this is Math.{name}(), for tensors x.{name}().',
  'explain.elsewhere.numpy':
    'NumPy and PyTorch belong to Python. Here tf makes tensors and computes with them: tf.tensor([1, 2]), tf.matMul(a, b), x.mean().',
  'explain.elsewhere.tensorflow': 'TensorFlow.js is called tf here.',
  'explain.elsewhere.plot':
    'Here plot() draws charts, show() pictures and tables, trainingView() a training, and confusionMatrix() the mistakes.',
  'explain.elsewhere.models': "A trained network comes from pretrained('fashion') or pretrained('digits') here.",
  'explain.elsewhere.table':
    'A table is a list of objects here, which show() shows; tf.data.csv() reads a file of this book.',
  'explain.elsewhere.picture': 'Here photo() and imageInput() give pictures as tensors, and tf.image changes them.',
  'note.said': 'Note: {text}',
  'note.softmaxOfOne':
    "Softmax over one unit always gives 1, so this network cannot learn. For two classes take units: 2, or one unit with activation: 'sigmoid' and loss: 'binaryCrossentropy'.",
  'note.logits':
    '{loss} wants probabilities, but the last layer, {layer}, has activation: {activation}, which gives other numbers too. Give it activation: {wanted}.',
  'note.binaryAccuracy':
    "With binaryCrossentropy, accuracy counts each of {classes:# output|# outputs} by itself: “no” everywhere is already right in {share}. As each example has one class, take softmax and loss: 'categoricalCrossentropy', or metrics: ['categoricalAccuracy'].",
  'note.labels':
    'The class numbers go from {low} to {high}, but the model has the classes 0 to {last}: the examples outside of these teach it nothing.',
  'note.emptyLabels':
    '{count:# label is|# labels are} zeros only, and these examples teach nothing. tf.oneHot() gives zeros for a class number beyond its depth.',
  'note.split':
    'validationSplit: {value} was ignored: it is a share between 0 and 1, such as 0.2 for the last fifth of the examples.',
  'note.monitor':
    'Early stopping watched {monitor}, which this training does not have, and so never stopped. It has: {known}.',
  'repairs.lossWeights':
    'compile(): lossWeights needs one number for each output ({outputs}), as a list or as an object by name, not {value}.',
  'repairs.einsum': 'tf.einsum("{equation}"): {why}',
  'repairs.einsum.form':
    'an equation looks like "ij,jk->ik": letters for the axes of each tensor, "->", and letters for those of the result.',
  'repairs.einsum.count': '{terms:# term|# terms} for {tensors:# tensor|# tensors}.',
  'repairs.einsum.twice': 'a letter stands only once in each term; diagonals are not supported.',
  'repairs.einsum.rank': '“{term}” does not name the axes of a tensor [{shape}].',
  'repairs.einsum.size': '{label} is {one} in one tensor and {other} in another.',
  'repairs.einsum.unknown': 'the result names {label}, which no tensor has.',
  'repairs.groups':
    'groupNormalization(): {channels:# channel|# channels} cannot be divided into {groups:# group|# groups} of equal size.',
  'repairs.optionNamed': '{name}() has no option {option}: it is called {named} here.',
  'repairs.sampleWeight':
    'fit(): sampleWeight needs one number for {count:each of # example|each of # examples}, not a tensor {shape}.',
  'repairs.option': '{name}() has no option {option}. It has: {known}.',
  'repairs.oneClip':
    'Only one of clipnorm, clipvalue and globalClipnorm can be set: each limits the gradient in its own way.',
} as const;
