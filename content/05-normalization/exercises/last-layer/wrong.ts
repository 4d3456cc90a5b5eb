// #region wrong-1
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
  },
  yesOrNo: {
    units: 1,
    activation: 'sigmoid',
    loss: 'binaryCrossentropy',
  },
  anyOfFiveTags: {
    units: 5,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
  },
  degreesCelsius: {
    units: 1,
    activation: 'linear',
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region wrong-2
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
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
  degreesCelsius: {
    units: 1,
    activation: 'relu',
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region wrong-3
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'softmax',
    loss: 'categoricalCrossentropy',
  },
  yesOrNo: {
    units: 1,
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
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region wrong-4
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'sigmoid',
    loss: 'categoricalCrossentropy',
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
  degreesCelsius: {
    units: 1,
    activation: 'linear',
    loss: 'meanSquaredError',
  },
}
// #endregion
