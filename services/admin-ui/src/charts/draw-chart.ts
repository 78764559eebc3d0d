import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartData } from './chart-series.ts';
import { chartToken } from './chart-series.ts';

// Only what is used here gets into the bundle.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

export type ChartKind = 'line' | 'bars' | 'stacked';

export interface DrawnChart {
  /** Shows the tip of one point of the axis, as the pointer would; null hides it. */
  point(index: number | null): void;
  destroy(): void;
}

/** Draws a chart in the colours of the page's theme. */
export const drawChart = (canvas: HTMLCanvasElement, kind: ChartKind, data: ChartData): DrawnChart => {
  const styles = getComputedStyle(canvas);
  const token = (name: string): string => styles.getPropertyValue(name).trim();
  const font = { family: token('--font-ui'), size: 11 };
  const ticks = { color: token('--text-lo'), font, maxRotation: 0, autoSkipPadding: 16 };
  const isStacked = kind === 'stacked';
  const isWhole = data.series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  const chart = new Chart(canvas, {
    type: kind === 'line' ? 'line' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map(({ label, values, fillsToPrevious }, index) => {
        const colour = token(chartToken(index));
        return {
          label,
          data: [...values],
          borderColor: colour,
          backgroundColor: kind === 'line' ? `color-mix(in srgb, ${colour} 18%, transparent)` : colour,
          borderWidth: kind === 'line' ? 1.5 : 0,
          pointRadius: 0,
          pointHitRadius: 8,
          fill: fillsToPrevious === true ? '-1' : false,
          spanGaps: false,
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { stacked: isStacked, ticks, grid: { display: false }, border: { color: token('--line-mid') } },
        y: {
          stacked: isStacked,
          // Counts have no halves; and where nothing happened yet the axis still begins at none.
          suggestedMin: 0,
          ...(isWhole ? { suggestedMax: 1 } : {}),
          ticks: {
            ...ticks,
            ...(isWhole ? { precision: 0 } : {}),
            callback: (value) => data.formatValue(Number(value)),
          },
          grid: { color: token('--line') },
          border: { display: false },
        },
      },
      plugins: {
        tooltip: {
          backgroundColor: token('--bg-2'),
          borderColor: token('--line-control'),
          borderWidth: 1,
          titleColor: token('--text-hi'),
          bodyColor: token('--text-mid'),
          cornerRadius: 4,
          callbacks: {
            label: ({ dataset, parsed }) =>
              `${dataset.label ?? ''}  ${parsed.y === null ? '' : data.formatValue(parsed.y)}`,
          },
        },
      },
    },
  });
  return {
    point: (index) => {
      const active = index === null ? [] : data.series.map((_, datasetIndex) => ({ datasetIndex, index }));
      chart.setActiveElements(active);
      chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
      chart.update('none');
    },
    destroy: () => chart.destroy(),
  };
};
