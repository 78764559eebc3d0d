import type { getPriceHistory, ReplyOf } from '@sw/contracts';

type History = ReplyOf<typeof getPriceHistory>;

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PricePoint {
  readonly atMs: number;
  readonly price: number;
}

export interface PriceChart {
  /** `x,y` pairs of the line; a level one while there is a single price. */
  readonly line: string;
  /** There is one price only: a level, not a course. */
  readonly isYoung: boolean;
  readonly last: { readonly x: number; readonly y: number; readonly price: number };
  readonly low: number;
  readonly high: number;
  /** Figures of the value axis, lowest first. */
  readonly marks: readonly { readonly y: number; readonly price: number }[];
  readonly usual: { readonly y: number; readonly height: number } | null;
  readonly ownCost: { readonly y: number; readonly price: number } | null;
  /** Begin of each span of the time axis. */
  readonly ticks: readonly { readonly x: number; readonly atMs: number }[];
  readonly trades: readonly {
    readonly x: number;
    readonly y: number;
    readonly side: 'buy' | 'sell';
    readonly quantity: number;
  }[];
}

export interface PriceChartInput {
  readonly history: History;
  readonly side: 'bid' | 'ask';
  readonly usual: { readonly low: number; readonly high: number } | null;
  readonly ownCost: number | null;
  /** The price this moment, where it is known live: the end of the line. */
  readonly now?: PricePoint | null;
  readonly frame: ChartFrame;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MOST_TICKS = 8;
const round = (value: number): number => Math.round(value * 10) / 10;

/** The prices of one direction, oldest first; the present one stands behind those of the full hours. */
export function pricesOf(
  history: History,
  side: 'bid' | 'ask',
  now: PricePoint | null = null,
): readonly PricePoint[] {
  const known = history.points
    .map((point) => ({ atMs: Date.parse(point.at), price: point[side] }))
    .filter((point): point is { atMs: number; price: bigint } => point.price !== null)
    .map(({ atMs, price }) => ({ atMs, price: Number(price) }));
  const last = known.at(-1);
  return now === null || (last !== undefined && last.atMs >= now.atMs) ? known : [...known, now];
}

/** Whole spans (hours or days, counted in UTC) so that at most eight ticks stand on the axis. */
function ticksOf(fromMs: number, toMs: number): readonly number[] {
  const steps = [HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, DAY_MS, 2 * DAY_MS, 5 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS];
  const step = steps.find((length) => (toMs - fromMs) / length <= MOST_TICKS) ?? 60 * DAY_MS;
  const ticks: number[] = [];
  for (let at = Math.ceil(fromMs / step) * step; at <= toMs; at += step) ticks.push(at);
  return ticks;
}

/** Lays a price history out; a single price becomes a level line, none at all is null. */
export function priceChart({
  history,
  side,
  usual,
  ownCost,
  now = null,
  frame,
}: PriceChartInput): PriceChart | null {
  const points = pricesOf(history, side, now);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isYoung = first.atMs === last.atMs;
  const prices = points.map(({ price }) => price);
  const shown = [
    ...prices,
    ...(usual === null ? [] : [usual.low, usual.high]),
    ...(ownCost === null ? [] : [ownCost]),
  ];
  const [floor, ceiling] = [Math.min(...shown), Math.max(...shown)];
  const span = Math.max(1, ceiling - floor);
  const x = (atMs: number) =>
    isYoung
      ? frame.right
      : round(frame.left + ((atMs - first.atMs) / (last.atMs - first.atMs)) * (frame.right - frame.left));
  const y = (price: number) => round(frame.bottom - ((price - floor) / span) * (frame.bottom - frame.top));
  const priceAt = (atMs: number) =>
    points.reduce((best, point) => (Math.abs(point.atMs - atMs) < Math.abs(best.atMs - atMs) ? point : best))
      .price;
  const middle = Math.round((floor + ceiling) / 2);
  return {
    line: isYoung
      ? `${frame.left},${y(last.price)} ${frame.right},${y(last.price)}`
      : points.map(({ atMs, price }) => `${x(atMs)},${y(price)}`).join(' '),
    isYoung,
    last: { x: x(last.atMs), y: y(last.price), price: last.price },
    low: Math.min(...prices),
    high: Math.max(...prices),
    marks: [floor, middle, ceiling].map((price) => ({ price, y: y(price) })),
    usual: usual === null ? null : { y: y(usual.high), height: round(y(usual.low) - y(usual.high)) },
    ownCost: ownCost === null ? null : { y: y(ownCost), price: ownCost },
    ticks: (isYoung ? [] : ticksOf(first.atMs, last.atMs)).map((atMs) => ({ atMs, x: x(atMs) })),
    trades: history.trades
      .map(({ at, side: of, quantity }) => ({ atMs: Date.parse(at), side: of, quantity }))
      .filter(({ atMs }) => atMs >= first.atMs && atMs <= last.atMs)
      .map(({ atMs, side: of, quantity }) => ({ x: x(atMs), y: y(priceAt(atMs)), side: of, quantity })),
  };
}
