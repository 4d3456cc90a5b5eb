import type { Chart, ChartConfiguration } from 'chart.js';

export type { Chart, ChartConfiguration, ChartDataset, TooltipItem } from 'chart.js';

type Library = typeof Chart;

let loading: Promise<Library> | undefined;

/** Loads the charting library at the first chart of a page. A failed load may be tried again. */
export function loadChart(): Promise<Library> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

// Everything that a configuration in JSON can ask for; time axes need an adapter and are left out.
async function load(): Promise<Library> {
  const {
    Chart,
    LineController,
    BarController,
    ScatterController,
    BubbleController,
    PieController,
    DoughnutController,
    RadarController,
    PolarAreaController,
    LinearScale,
    CategoryScale,
    LogarithmicScale,
    RadialLinearScale,
    PointElement,
    LineElement,
    BarElement,
    ArcElement,
    Tooltip,
    Legend,
    Title,
    Filler,
  } = await import('chart.js');
  Chart.register(LineController, BarController, ScatterController, BubbleController);
  Chart.register(PieController, DoughnutController, RadarController, PolarAreaController);
  Chart.register(LinearScale, CategoryScale, LogarithmicScale, RadialLinearScale);
  Chart.register(PointElement, LineElement, BarElement, ArcElement, Tooltip, Legend, Title, Filler);
  return Chart;
}

/** Draws on a canvas that is in the page. */
export function drawChart(library: Library, canvas: HTMLCanvasElement, config: ChartConfiguration): Chart {
  // Ticks, legends and tooltips get their font only from here.
  const font = config.options?.font;
  if (font && 'family' in font && font.family) library.defaults.font.family = font.family;
  // A configuration that failed half-way still occupies the canvas.
  library.getChart(canvas)?.destroy();
  return new library(canvas, config);
}

/** Shows new data and options at once. Series that stay keep their identity, and so the reader's choice in the legend. */
export function redrawChart(chart: Chart, { data, options }: ChartConfiguration): void {
  const before = chart.data.datasets;
  const alike = before.length === data.datasets.length;
  chart.data.labels = data.labels ?? [];
  if (alike) before.forEach((dataset, index) => Object.assign(dataset, data.datasets[index]));
  else chart.data.datasets = data.datasets;
  if (options) chart.options = options;
  // Not 'none': that mode keeps the colours and sizes that points share from their first drawing. Nothing moves all the same.
  chart.update();
}
