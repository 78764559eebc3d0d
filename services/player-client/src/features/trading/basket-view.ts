import type { CargoKind, CommodityCode } from '@sw/contracts';
import type { MarketLine, MarketTable } from '../../prices/market-rows.ts';
import type { MarketRow } from '../../prices/market-types.ts';
import type { BasketLine, OrderSide } from './basket-store.ts';
import type { Quote, QuoteLine } from './trading-commands.ts';

/** What holds a line back, in the order in which it is named when several do. */
export type Limit = 'held' | 'room' | 'hold' | 'credits' | 'stock';

export interface LimitView {
  readonly limit: Limit;
  /** How many more the other factors would allow. */
  readonly more: number;
}

const NO_LIMITS = { byCredits: 0, byStock: 0, byCargo: 0, max: 0 } as const;

/** Why a line cannot be larger, from the server's own limits. */
export function limitOf(side: OrderSide, most: QuoteLine['maxQuantity']): LimitView {
  const { byCargo, byStock, byCredits, max } = most;
  if (side === 'sell')
    return byCargo <= byStock
      ? { limit: 'held', more: byStock - max }
      : { limit: 'room', more: byCargo - max };
  if (byCargo <= byCredits && byCargo <= byStock)
    return { limit: 'hold', more: Math.min(byCredits, byStock) - max };
  return byCredits <= byStock
    ? { limit: 'credits', more: Math.min(byCargo, byStock) - max }
    : { limit: 'stock', more: Math.min(byCargo, byCredits) - max };
}

/** The limits of a row by the market itself, before a quote says them for a whole basket. */
export function limitsOf(row: MarketRow, side: OrderSide): QuoteLine['maxQuantity'] {
  if (side === 'buy') return row.maxBuy ?? NO_LIMITS;
  return row.maxSell === null ? NO_LIMITS : { ...row.maxSell, byCredits: row.maxSell.max };
}

/** The largest quantity of a row by the market itself, before a quote says it for a whole basket. */
export function mostOf(row: MarketRow, side: OrderSide): number {
  return (side === 'sell' ? row.maxSell : row.maxBuy)?.max ?? 0;
}

/** The side that comes to mind for a row: selling what is held, else what the station does. */
export function usualSide(row: MarketRow): OrderSide {
  if (row.side === 'both') return row.held > 0 ? 'sell' : 'buy';
  return row.side === 'buys' ? 'sell' : 'buy';
}

export interface DefaultLine {
  readonly side: OrderSide;
  readonly commodity: CommodityCode;
}

/**
 * The next line of the classic run that the basket does not have yet: sell all of everything they
 * buy, then buy what has the best known margin. Null when nothing is left to propose.
 */
export function nextDefault(table: MarketTable, lines: readonly BasketLine[]): DefaultLine | null {
  const has = (side: OrderSide, commodity: CommodityCode) =>
    lines.some((line) => line.side === side && line.commodity === commodity);
  const sale = table.theyBuy.find(({ row }) => mostOf(row, 'sell') > 0 && !has('sell', row.commodity));
  if (sale !== undefined) return { side: 'sell', commodity: sale.row.commodity };
  if (lines.some(({ side }) => side === 'buy')) return null;
  const bargains = table.theySell
    .filter(({ margin, row }) => margin !== null && margin > 0n && (row.stock ?? 0) > 0)
    .sort((a, b) => Number((b.margin ?? 0n) - (a.margin ?? 0n)));
  const best = bargains[0];
  return best === undefined ? null : { side: 'buy', commodity: best.row.commodity };
}

/**
 * The line a market opens with: the sale of held goods that gains most, else the purchase with the best known margin,
 * else the first line there is.
 */
export function firstLine(table: MarketTable): MarketLine | null {
  const best = (lines: readonly MarketLine[]) =>
    lines.reduce<MarketLine | null>(
      (chosen, line) => ((line.margin ?? 0n) > (chosen?.margin ?? 0n) ? line : chosen),
      null,
    );
  const held = table.theyBuy.filter(({ row }) => mostOf(row, 'sell') > 0);
  return best(held) ?? held[0] ?? best(table.theySell) ?? table.theyBuy[0] ?? table.theySell[0] ?? null;
}

/** Lines cut down to what their quote allows; lines that nothing is left of are dropped. */
export function fitToQuote(lines: readonly BasketLine[], quote: Quote): readonly BasketLine[] {
  return lines
    .map((line, index) => {
      const answer = quote.lines[index];
      if (answer === undefined || answer.refusal === null) return line;
      return { ...line, quantity: Math.min(line.quantity, answer.maxQuantity.max) };
    })
    .filter(({ quantity }) => quantity > 0);
}

/** The hold as it will be after the basket: the cargo now with the lines applied. */
export function cargoAfter(
  cargo: readonly { readonly commodity: CargoKind; readonly quantity: number }[],
  lines: readonly BasketLine[],
): readonly { readonly commodity: CargoKind; readonly quantity: number }[] {
  const after = new Map<CargoKind, number>(cargo.map(({ commodity, quantity }) => [commodity, quantity]));
  for (const { side, commodity, quantity } of lines)
    after.set(commodity, (after.get(commodity) ?? 0) + (side === 'buy' ? quantity : -quantity));
  return [...after]
    .filter(([, quantity]) => quantity > 0)
    .map(([commodity, quantity]) => ({ commodity, quantity }));
}

/** A stable name of the lines of a basket. */
export function lineKey(lines: readonly BasketLine[]): string {
  return lines.map(({ side, commodity, quantity }) => `${side} ${commodity} ${quantity}`).join(',');
}
