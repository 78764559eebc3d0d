import type { SeriesReply } from '@sw/contracts/admin';
import { formatClock, formatCompact, formatDateTime } from '@sw/ui';
import type { ChartData, ChartSeries } from '../../charts/chart-series.ts';

const DAY_S = 86_400;
/** More reasons than this are one set of bars together: nobody tells more colours apart. */
const SHOWN_REASONS = 5;

/** The labels of an axis of time, as long as its span asks. */
export const timeLabels = ({ slots, stepS }: SeriesReply, locale: string): string[] =>
  slots.map((slot) =>
    slots.length * stepS > DAY_S
      ? formatDateTime(Date.parse(slot), locale)
      : formatClock(Date.parse(slot), locale),
  );

/** Adds up every `size` values, gaps aside, so that bars are wide enough to see. */
export const group = (values: readonly (number | null)[], size: number): (number | null)[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    const known = values.slice(index * size, (index + 1) * size).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });

interface Words {
  readonly title: string;
  readonly labelTitle: string;
  readonly locale: string;
}

/** Values of one metric; none when it was never measured. */
export const valuesOf = (reply: SeriesReply | undefined, metric: string): readonly (number | null)[] =>
  reply?.series.find((each) => each.metric === metric)?.values ?? [];

/** A line for each metric named. */
export const linesOf = (
  reply: SeriesReply,
  lines: readonly { readonly metric: string; readonly label: string }[],
  { title, labelTitle, locale }: Words,
): ChartData => ({
  title,
  labelTitle,
  labels: timeLabels(reply, locale),
  series: lines.map(({ metric, label }) => ({ id: metric, label, values: valuesOf(reply, metric) })),
  formatValue: (value) => formatCompact(value, locale),
});

/** Bars of what was made above and what was destroyed below, by reason, the biggest first. */
export const flowsOf = (
  reply: SeriesReply,
  size: number,
  nameOf: (side: 'created' | 'destroyed', reason: string) => string,
  { title, labelTitle, locale }: Words,
): ChartData => {
  const sides = (['created', 'destroyed'] as const).flatMap((side) => sideOf(reply, side, size, nameOf));
  const labels = timeLabels(reply, locale).filter((_, index) => index % size === 0);
  return { title, labelTitle, labels, series: sides, formatValue: (value) => formatCompact(value, locale) };
};

const sideOf = (
  reply: SeriesReply,
  side: 'created' | 'destroyed',
  size: number,
  nameOf: (side: 'created' | 'destroyed', reason: string) => string,
): ChartSeries[] => {
  const prefix = `credits.${side}:`;
  const sign = side === 'created' ? 1 : -1;
  const ranked = reply.series
    .filter(({ metric }) => metric.startsWith(prefix))
    .map(({ metric, values }) => ({
      reason: metric.slice(prefix.length),
      values: group(values, size),
      total: values.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    }))
    .sort((a, b) => b.total - a.total);
  const rest = ranked.slice(SHOWN_REASONS);
  const shown = rest.length === 0 ? ranked : [...ranked.slice(0, SHOWN_REASONS), together(rest)];
  return shown.map(({ reason, values }) => ({
    id: prefix + reason,
    label: nameOf(side, reason),
    values: values.map((value) => (value === null ? null : sign * value)),
  }));
};

const together = (rest: readonly { readonly values: readonly (number | null)[] }[]) => ({
  reason: 'rest',
  total: 0,
  values: Array.from({ length: rest[0]?.values.length ?? 0 }, (_, index) => {
    const known = rest.map(({ values }) => values[index] ?? null).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  }),
});
