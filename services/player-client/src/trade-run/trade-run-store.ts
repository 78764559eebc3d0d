import type { findRoutes, ReplyOf } from '@sw/contracts';
import { createStore } from 'zustand/vanilla';

export type TradeRoute = ReplyOf<typeof findRoutes>['routes'][number];
type Leg = TradeRoute['legs'][number];
type Line = Pick<Leg['trades'][number], 'side' | 'commodity' | 'quantity'>;

/** A stop of a route that is being flown. */
export interface RunStop
  extends Pick<Leg, 'stationId' | 'stationName' | 'sectorId' | 'sectorNumber' | 'turns'> {
  readonly lines: readonly Line[];
}

/** A trade route on its way: nothing is traded by itself, each stop waits for its order. */
export interface TradeRun {
  readonly stops: readonly RunStop[];
  /** The stop the ship is at or flies to. */
  readonly at: number;
  /** What was planned there has been traded. */
  readonly isTraded: boolean;
  /** What the route promised, in credits. */
  readonly profit: number;
}

const KEY = 'sw.trade-run.';

export const tradeRunStore = createStore<{ readonly owner: string | null; readonly run: TradeRun | null }>(
  () => ({ owner: null, run: null }),
);

/** A found route as a run at its first stop. */
export function runOf(route: TradeRoute): TradeRun {
  return {
    stops: route.legs.map(({ stationId, stationName, sectorId, sectorNumber, turns, trades }) => ({
      stationId,
      stationName,
      sectorId,
      sectorNumber,
      turns,
      lines: trades.map(({ side, commodity, quantity }) => ({ side, commodity, quantity })),
    })),
    at: 0,
    isTraded: false,
    profit: Number(route.profit),
  };
}

/** The run after an order at a station; null once the last stop is done. Orders elsewhere change nothing. */
export function afterTrade(run: TradeRun, stationId: string): TradeRun | null {
  if (run.stops[run.at]?.stationId !== stationId) return run;
  return run.at === run.stops.length - 1 ? null : { ...run, isTraded: true };
}

/** The run with its next stop ahead. */
export function nextStop(run: TradeRun): TradeRun {
  return run.at >= run.stops.length - 1 ? run : { ...run, at: run.at + 1, isTraded: false };
}

/** Takes up what this device remembers of the run of a player. */
export function openTradeRun(owner: string): void {
  if (tradeRunStore.getState().owner === owner) return;
  tradeRunStore.setState({ owner, run: read(owner) });
}

export function setTradeRun(owner: string, run: TradeRun | null): void {
  tradeRunStore.setState({ owner, run });
  try {
    if (run === null) localStorage.removeItem(KEY + owner);
    else localStorage.setItem(KEY + owner, JSON.stringify(run));
  } catch {
    // Storage is closed to us: the run lives as long as the page.
  }
}

function read(owner: string): TradeRun | null {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY + owner) ?? 'null') as TradeRun | null;
    return saved !== null && Array.isArray(saved.stops) && saved.stops[saved.at] !== undefined ? saved : null;
  } catch {
    return null;
  }
}
