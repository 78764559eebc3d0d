import { describe, expect, it } from 'vitest';
import { orderTotal } from '../economy/order-total.ts';
import type { PriceTerms } from '../economy/types.ts';
import { bestTrade, unlimitedQuantity } from './best-quantity.ts';

/** The vector of the rule book, economy 6.3: ore, seller at 4,250, buyer at 750 of 5,000. */
const ore: Omit<PriceTerms, 'stock'> = {
  lo: 21,
  hi: 39,
  capacity: 5_000,
  driftBp: 0,
  eventBp: 0,
  factorBp: 10_000,
  halfSpreadBp: 800,
  advantageBp: 0,
  tariffBp: 0,
};
const seller = { ...ore, stock: 4_250 };
const buyer = { ...ore, stock: 750 };
const rich = { room: 100_000, credits: 10n ** 12n };

const profitOf = (quantity: number): bigint =>
  orderTotal('sell', buyer, quantity).net - orderTotal('buy', seller, quantity).net;

describe('the best quantity between two markets', () => {
  it('is 1,083 for the ore of the rule book, and brings 4,224', () => {
    expect(unlimitedQuantity(seller, buyer)).toBe(1_083);
    expect(profitOf(1_083)).toBe(4_224n);
  });

  it('earns 380 with 50 and 743 with 100 units', () => {
    expect([profitOf(50), profitOf(100)]).toEqual([380n, 743n]);
    expect(bestTrade(seller, buyer, { ...rich, room: 100 })).toEqual({
      quantity: 100,
      cost: 2_580n,
      income: 3_323n,
    });
  });

  it('is nothing against the slope', () => {
    expect(unlimitedQuantity(buyer, seller)).toBe(0);
    expect(bestTrade(buyer, seller, rich)).toBeNull();
  });

  it('takes no more than stock, room of the buyer, hold and credits allow', () => {
    expect(bestTrade({ ...seller, stock: 5, capacity: 6 }, buyer, rich)?.quantity).toBeLessThanOrEqual(5);
    expect(bestTrade(seller, { ...buyer, stock: 990, capacity: 1_000 }, rich)).toBeNull();
    expect(bestTrade(seller, { ...buyer, capacity: 760 }, rich)).toBeNull();
    expect(bestTrade(seller, buyer, { ...rich, credits: 1_285n })?.quantity).toBe(50);
    expect(bestTrade(seller, buyer, { ...rich, credits: 25n })).toBeNull();
    expect(bestTrade(seller, buyer, { ...rich, room: 0 })).toBeNull();
  });
});
