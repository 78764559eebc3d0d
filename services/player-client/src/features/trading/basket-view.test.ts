import { describe, expect, it } from 'vitest';
import type { MarketLine, MarketTable } from '../../prices/market-rows.ts';
import type { MarketRow } from '../../prices/market-types.ts';
import { marketRow } from '../../testing/market-row.ts';
import type { BasketLine } from './basket-store.ts';
import { cargoAfter, fitToQuote, limitOf, nextDefault } from './basket-view.ts';
import type { Quote, QuoteLine } from './trading-commands.ts';

const most = (byCredits: number, byCargo: number, byStock: number) => ({
  byCredits,
  byCargo,
  byStock,
  max: Math.min(byCredits, byCargo, byStock),
});

const line = (
  commodity: MarketRow['commodity'],
  more: Partial<MarketRow>,
  margin: bigint | null,
): MarketLine => ({
  row: marketRow(commodity, { side: 'buys', ...more }),
  hotkey: '',
  margin,
  elsewhere: null,
});

const TABLE: MarketTable = {
  theyBuy: [
    line('equipment', { held: 30, maxSell: { byCargo: 30, byStock: 900, max: 30 } }, 18n),
    line('fuel', { held: 0, maxSell: { byCargo: 0, byStock: 900, max: 0 } }, null),
  ],
  theySell: [line('ore', { side: 'sells' }, 8n), line('organics', { side: 'sells' }, 9n)],
  notTraded: [],
};

describe('limits', () => {
  it('names what holds a line back and how much the rest would allow', () => {
    expect(limitOf('sell', most(1e5, 30, 1618))).toEqual({ limit: 'held', more: 1588 });
    expect(limitOf('sell', most(1e5, 30, 12))).toEqual({ limit: 'room', more: 18 });
    expect(limitOf('buy', most(200, 36, 4120))).toEqual({ limit: 'hold', more: 164 });
    expect(limitOf('buy', most(10, 36, 4120))).toEqual({ limit: 'credits', more: 26 });
    expect(limitOf('buy', most(200, 36, 5))).toEqual({ limit: 'stock', more: 31 });
  });
});

describe('classic run', () => {
  it('sells what is held, then buys the best margin, then is done', () => {
    const first = nextDefault(TABLE, []);
    expect(first).toEqual({ side: 'sell', commodity: 'equipment' });
    const sold: BasketLine[] = [{ side: 'sell', commodity: 'equipment', quantity: 30 }];
    expect(nextDefault(TABLE, sold)).toEqual({ side: 'buy', commodity: 'organics' });
    expect(nextDefault(TABLE, [...sold, { side: 'buy', commodity: 'organics', quantity: 50 }])).toBeNull();
  });
});

describe('basket', () => {
  it('is cut down to what the server allows', () => {
    const lines: BasketLine[] = [
      { side: 'sell', commodity: 'fuel', quantity: 8 },
      { side: 'buy', commodity: 'ore', quantity: 90 },
      { side: 'buy', commodity: 'organics', quantity: 5 },
    ];
    const quoted = (refusal: string | null, max: number) => ({ refusal, maxQuantity: { max } }) as QuoteLine;
    const quote = {
      lines: [quoted(null, 8), quoted('cargo_full', 50), quoted('cargo_full', 0)],
    } as unknown as Quote;
    expect(fitToQuote(lines, quote)).toEqual([lines[0], { ...lines[1], quantity: 50 }]);
  });

  it('says what the hold will be', () => {
    const cargo = [
      { commodity: 'equipment' as const, quantity: 30 },
      { commodity: 'fuel' as const, quantity: 8 },
    ];
    expect(
      cargoAfter(cargo, [
        { side: 'sell', commodity: 'equipment', quantity: 30 },
        { side: 'buy', commodity: 'ore', quantity: 42 },
      ]),
    ).toEqual([
      { commodity: 'fuel', quantity: 8 },
      { commodity: 'ore', quantity: 42 },
    ]);
  });
});
