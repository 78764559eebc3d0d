import { describe, expect, it } from 'vitest';
import type { BasketLine } from './basket-store.ts';
import { MOST_LINES, withLine } from './basket-store.ts';

const sell = (commodity: BasketLine['commodity'], quantity: number): BasketLine => ({
  side: 'sell',
  commodity,
  quantity,
});
const buy = (commodity: BasketLine['commodity'], quantity: number): BasketLine => ({
  side: 'buy',
  commodity,
  quantity,
});

describe('basket', () => {
  it('keeps one line a commodity and side, sales first', () => {
    const lines = [buy('ore', 50), sell('fuel', 8), buy('ore', 40)].reduce<readonly BasketLine[]>(
      withLine,
      [],
    );
    expect(lines).toEqual([sell('fuel', 8), buy('ore', 40)]);
  });

  it('drops a line of nothing', () => {
    expect(withLine([sell('fuel', 8)], sell('fuel', 0))).toEqual([]);
  });

  it('takes no ninth line, but still changes the eight', () => {
    const goods = ['ore', 'organics', 'equipment', 'fuel'] as const;
    const full = goods
      .flatMap((good) => [sell(good, 1), buy(good, 1)])
      .reduce<readonly BasketLine[]>(withLine, []);
    expect(full).toHaveLength(MOST_LINES);
    expect(withLine(full, sell('luxury_goods', 1))).toHaveLength(MOST_LINES);
    expect(withLine(full, sell('ore', 9))).toContainEqual(sell('ore', 9));
  });
});
