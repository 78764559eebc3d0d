/** One line or set of bars. */
export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** One value for each label of the axis; null: no measurement, a gap. */
  readonly values: readonly (number | null)[];
  /** Drawn as the edge of a band that is filled down to the series before it. */
  readonly fillsToPrevious?: boolean;
}

export interface ChartData {
  /** Says the unit as well: "Credits created a day". */
  readonly title: string;
  /** Of the axis, one for each point. */
  readonly labels: readonly string[];
  readonly labelTitle: string;
  readonly series: readonly ChartSeries[];
  readonly formatValue: (value: number) => string;
}

/** Names of the palette's tokens, in the order series take them. */
export const CHART_TOKENS = ['--chart-1', '--chart-2', '--chart-3', '--chart-4', '--chart-5', '--chart-6'];

/** The token of the n-th series; a seventh begins again. */
export const chartToken = (index: number): string => CHART_TOKENS[index % CHART_TOKENS.length] ?? '--chart-1';
