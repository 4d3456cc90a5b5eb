export {}

// #region other-spellings
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'Softmax',
    loss: 'categorical_crossentropy',
  },
  yesOrNo: {
    units: 1,
    activation: 'sigmoid',
    loss: 'binaryCrossentropy',
  },
  anyOfFiveTags: {
    units: 5,
    activation: 'sigmoid',
    loss: 'binaryCrossentropy',
  },
  degreesCelsius: { units: 1, activation: '', loss: 'mse' },
}
// #endregion

// #region two-that-compete
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
  },
  yesOrNo: {
    units: 2,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
  },
  anyOfFiveTags: {
    units: 5,
    activation: 'sigmoid',
    loss: 'binaryCrossentropy',
  },
  degreesCelsius: {
    units: 1,
    activation: 'linear',
    loss: 'meanAbsoluteError',
  },
}
// #endregion

// #region indices-as-labels
const lastLayers = Object.fromEntries([
  [
    'oneOfTenClasses',
    {
      units: 10,
      activation: 'softmax',
      loss: 'sparseCategoricalCrossentropy',
    },
  ],
  [
    'yesOrNo',
    { units: 1, activation: 'sigmoid', loss: 'binaryCrossentropy' },
  ],
  [
    'anyOfFiveTags',
    { units: 5, activation: 'sigmoid', loss: 'binaryCrossentropy' },
  ],
  [
    'degreesCelsius',
    { units: 1, activation: undefined, loss: 'huberLoss' },
  ],
])
// #endregion
