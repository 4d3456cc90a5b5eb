import * as tf from '@tensorflow/tfjs'
import {
  activationView,
  architecture,
  batchNormView,
  confusionMatrix,
  drawingPad,
  evaluate,
  explainConv,
  explainPool,
  explainSeparable,
  gradCam,
  inspect,
  maximize,
  mistakes,
  occlusion,
  predict,
  receptiveField,
  saliency,
  seed,
  show,
  slider,
  trainingView,
} from 'lab'
import { digits, fashion, photo, pretrained } from 'datasets'

// #region network
const network = await pretrained('fashion')
const clothes = await fashion({ train: 1000, test: 1000 })
const { classes } = clothes

show(clothes.test.images.slice(0, 24), { width: 48 })
// #endregion

// #region architecture
architecture(network)
// #endregion

// #region garment
const number = slider('garment', { min: 0, max: 99, value: 1 })
const garment = clothes.test.images.slice(number, 1)

predict(network, garment, { classes })
// #endregion

// #region inspect
inspect(network, garment, { classes })
// #endregion

// #region convolution
explainConv(garment, network.getLayer('conv1'))
// #endregion

// #region pooling
explainPool(garment, network.getLayer('pool1'))
// #endregion

// #region separable
seed(1)
const cat = tf.avgPool(await photo('cat'), 6, 6, 'valid')

explainSeparable(cat, {
  depthwise: tf.randomNormal([3, 3, 3, 1]),
  pointwise: tf.randomNormal([1, 1, 3, 8]),
})
// #endregion

// #region field
const images = clothes.test.images.slice(0, 50)

receptiveField(network)
receptiveField(network, 'conv3', [3, 3], { images })
// #endregion

// #region grad-cam
gradCam(network, garment, { classes })
// #endregion

// #region saliency
saliency(network, garment, { classes, copies: 20 })
// #endregion

// #region occlusion
await occlusion(network, garment, { classes })
// #endregion

// #region maximize
await maximize(network, 'conv3', 9)
await maximize(network, 'classes', 8, { classes })
// #endregion

// #region evaluate
const exam = (await fashion({ train: 0, test: 2000 })).test

await evaluate(network, exam.images, exam.labels, { classes })
// #endregion

// #region confusion
await confusionMatrix(network, exam.images, exam.labels, { classes })
// #endregion

// #region mistakes
await mistakes(network, exam.images, exam.labels, {
  classes,
  limit: 8,
})
// #endregion

// #region learner
seed(1)
const learner = tf.sequential({
  layers: [
    tf.layers.conv2d({
      name: 'edges',
      filters: 8,
      kernelSize: 5,
      strides: 2,
      useBias: false,
      inputShape: [28, 28, 1],
    }),
    tf.layers.batchNormalization({ name: 'norm', momentum: 0.9 }),
    tf.layers.reLU({ name: 'relu' }),
    tf.layers.conv2d({ name: 'parts', filters: 16, kernelSize: 3 }),
    tf.layers.globalAveragePooling2d({ name: 'gap' }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
})
const loss = 'categoricalCrossentropy'
learner.compile({ optimizer: tf.train.adam(0.01), loss })
// #endregion

// #region training
const { train, test } = clothes
await learner.fit(train.images, train.labels, {
  epochs: 6,
  callbacks: trainingView({
    watch: [
      { filters: 'edges' },
      { featureMaps: 'relu', of: test.images.slice(1, 1) },
      { weights: 'parts' },
      { gradients: 'edges' },
    ],
  }),
})
const learned = learner
// #endregion

// #region normalization
batchNormView(learned, test.images.slice(0, 200), 'norm')
// #endregion

// #region activation
activationView(network, test.images.slice(0, 64), 'conv2')
// #endregion

// #region reader
const reader = await pretrained('digits')
const samples = await digits({ train: 0, test: 10 })
// #endregion

// #region pad
const drawn = drawingPad('digit', { samples: samples.test.images })

predict(reader, drawn, {
  classes: samples.classes,
  limit: 10,
  order: 'class',
})
// #endregion
