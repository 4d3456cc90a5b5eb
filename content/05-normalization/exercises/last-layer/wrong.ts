export {}

// #region softmax-for-tags
// says: Softmax makes the tags compete
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

// #region relu-for-degrees
// says: no frost can be forecast
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

// #region sigmoid-for-degrees
// says: too narrow for degrees
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
    activation: 'sigmoid',
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region softmax-of-one
// says: Softmax over a single unit
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

// #region sigmoid-for-classes
// says: let them compete
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

// #region squares-for-classes
// says: judge it with categoricalCrossentropy
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'softmax',
    loss: 'meanSquaredError',
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

// #region one-unit-for-classes
// says: Ten classes need ten units
const lastLayers = {
  oneOfTenClasses: {
    units: 1,
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
    activation: 'linear',
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region categories-for-tags
// says: judged one by one
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
    loss: 'categoricalCrossentropy',
  },
  degreesCelsius: {
    units: 1,
    activation: 'linear',
    loss: 'meanSquaredError',
  },
}
// #endregion

// #region crossentropy-for-degrees
// says: A distance between numbers
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
    activation: 'linear',
    loss: 'binaryCrossentropy',
  },
}
// #endregion
