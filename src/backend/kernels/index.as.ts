// The exports are the kernels; the host calls each by its place in the module's list of exports, so that threads agree on it.
export { addBias, addRelu, columnSums, gatherRows, reluGradient, segmentSum } from './elementwise.as';
export { packFilter, convolution } from './convolution.as';
export { packReversedFilter, convolutionInputGradient } from './convolution-input-gradient.as';
export { convolution3dFilterGradient, convolution3dInputGradient } from './convolution-3d.as';
export { convolutionFilterGradient, addParts } from './convolution-filter-gradient.as';
export { depthwise, depthwiseFilterGradient, depthwiseInputGradient, packDepthwise } from './depthwise.as';
export { matMul } from './mat-mul.as';
export { averagePoolGradient, maxPool, maxPoolGradient } from './pooling.as';
export { adam, gradientDescent, momentum, rmsProp } from './optimizers.as';
export { batchNormGradient, batchNormSums, columnMoments, scaleChannels } from './batch-norm.as';
export { winogradConvolution, winogradFilter, winogradFilterGradient, winogradFilterGradientEnd } from './winograd.as';
export { tilePeak } from './peak.as';
