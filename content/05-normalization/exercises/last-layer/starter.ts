export {}

// activation: 'softmax' | 'sigmoid' | 'relu' | 'linear'
// loss: 'categoricalCrossentropy' | 'binaryCrossentropy' |
//   'meanSquaredError'
const lastLayers = {
  oneOfTenClasses: {
    units: 10,
    activation: 'relu',
    loss: 'meanSquaredError',
  },
  yesOrNo: { units: 1, activation: 'relu', loss: 'meanSquaredError' },
  anyOfFiveTags: {
    units: 5,
    activation: 'relu',
    loss: 'meanSquaredError',
  },
  degreesCelsius: {
    units: 1,
    activation: 'relu',
    loss: 'meanSquaredError',
  },
}
