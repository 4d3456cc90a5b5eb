export {}

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
    loss: 'meanSquaredError',
  },
}
