import type { CommodityCode } from '@sw/contracts';
import { create } from 'zustand';

export type OrderSide = 'buy' | 'sell';

export interface BasketLine {
  readonly side: OrderSide;
  readonly commodity: CommodityCode;
  readonly quantity: number;
}

/** The most lines of one order (rule book, economy 4.1). */
export const MOST_LINES = 8;

/**
 * The basket with a line set: it replaces a line of the same side and commodity, a quantity of zero
 * takes the line away, and sales come before purchases, because they make room and money for them.
 */
export function withLine(lines: readonly BasketLine[], line: BasketLine): readonly BasketLine[] {
  const isSame = (other: BasketLine) => other.side === line.side && other.commodity === line.commodity;
  if (line.quantity <= 0) return lines.filter((other) => !isSame(other));
  const known = lines.some(isSame);
  if (!known && lines.length >= MOST_LINES) return lines;
  const next = known ? lines.map((other) => (isSame(other) ? line : other)) : [...lines, line];
  return [...next].sort((a, b) => Number(a.side === 'buy') - Number(b.side === 'buy'));
}

interface BasketState {
  /** The station the basket is for: it does not survive leaving it. */
  readonly stationId: string | null;
  readonly lines: readonly BasketLine[];
  readonly selected: CommodityCode | null;
  readonly side: OrderSide;
  open(stationId: string): void;
  select(commodity: CommodityCode, side: OrderSide): void;
  set(line: BasketLine): void;
  clear(): void;
}

export const useBasketStore = create<BasketState>()((change) => ({
  stationId: null,
  lines: [],
  selected: null,
  side: 'sell',
  open: (stationId) =>
    change((state) => (state.stationId === stationId ? {} : { stationId, lines: [], selected: null })),
  select: (selected, side) => change({ selected, side }),
  set: (line) => change(({ lines }) => ({ lines: withLine(lines, line) })),
  clear: () => change({ lines: [] }),
}));
