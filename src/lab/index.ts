export { featureMaps, type FeatureMapsOptions } from './feature-maps';
export { filters, type FiltersOptions } from './filters';
export type { LayerChoice } from './find-layer';
export { plot } from './plot';
export type { ChartConfig, PlotData, PlotOptions, PlotValues } from './plot-options';
export { seed } from './seed';
export { show } from './show';
export type { ShowOptions } from './show-options';
export { trainingView, type TrainingViewOptions } from './training-view';
