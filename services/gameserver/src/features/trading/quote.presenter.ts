import type { QuoteLine, TradeLineResult } from '@sw/rules';

/** The shape `quoteLine` of the contracts. */
export const presentLine = (line: TradeLineResult, refusal: string | null = null) => {
  const { byCredits, byCargo, byStock } = line.maxQuantity;
  return {
    side: line.side,
    commodity: line.commodity,
    quantity: line.quantity,
    midTotal: line.midTotal,
    gross: line.gross,
    tariff: line.tariff,
    net: line.net,
    unitAverageX100: Number((line.net * 100n) / BigInt(line.quantity)),
    firstUnit: line.firstUnit,
    lastUnit: line.lastUnit,
    stockBefore: line.stockBefore,
    stockAfter: line.stockAfter,
    capacity: line.capacity,
    advantageBp: line.advantageBp,
    eventBp: line.eventBp,
    quoteVersion: line.quoteVersion,
    profit: line.side === 'sell' ? line.realisedProfit : null,
    creditsAfter: line.creditsAfter,
    cargoAfter: line.cargoAfter,
    maxQuantity: { byCredits, byCargo, byStock, max: Math.min(byCredits, byCargo, byStock) },
    refusal,
  };
};

/** What a basket brings in all: sales less purchases. */
export const netOf = (lines: readonly Pick<QuoteLine, 'side' | 'net'>[]): bigint =>
  lines.reduce((sum, line) => sum + (line.side === 'sell' ? line.net : -line.net), 0n);
