import { describe, expect, it } from 'vitest';
import type { CommodityKey } from '../economy/index.ts';
import { commodityOf } from '../economy/index.ts';
import type { ContractKind } from './index.ts';
import { contractTerms, deliveryPay, jobPay } from './index.ts';

type Vector = readonly [
  job: string,
  kind: ContractKind,
  hops: number,
  goods: readonly [CommodityKey, number] | null,
  terms: { readonly pay: bigint; readonly goodsPay: bigint; readonly fee: bigint; readonly penalty: bigint },
];

/** The vectors of economy 12 at P = 200 + 100 × hops (docs/rule-changes.md), with fee (2 % of P) and penalty. */
const VECTORS: readonly Vector[] = [
  ['freight, 3 hops', 'freight', 3, null, { pay: 500n, goodsPay: 0n, fee: 10n, penalty: 250n }],
  ['freight, 5 hops', 'freight', 5, null, { pay: 700n, goodsPay: 0n, fee: 14n, penalty: 350n }],
  ['freight, 15 hops', 'freight', 15, null, { pay: 1_700n, goodsPay: 0n, fee: 34n, penalty: 850n }],
  ['express, 8 hops', 'express', 8, null, { pay: 1_500n, goodsPay: 0n, fee: 20n, penalty: 1_500n }],
  ['express, 3 hops', 'express', 3, null, { pay: 750n, goodsPay: 0n, fee: 10n, penalty: 750n }],
  ['20 fuel, 6 hops', 'procurement', 6, ['fuel', 20], { pay: 800n, goodsPay: 920n, fee: 16n, penalty: 200n }],
  [
    '7 organics, 3 hops',
    'procurement',
    3,
    ['organics', 7],
    { pay: 500n, goodsPay: 128n, fee: 10n, penalty: 125n },
  ],
];

describe('pay of a contract', () => {
  it.each(VECTORS)('%s', (_job, kind, hops, goods, terms) => {
    const [commodity, quantity] = goods ?? [null, 10];
    expect(contractTerms({ kind, hops, commodity, quantity })).toEqual(terms);
  });

  it('follows distance alone under seal', () => {
    const light = contractTerms({ kind: 'freight', hops: 7, commodity: null, quantity: 5 });
    expect(contractTerms({ kind: 'freight', hops: 7, commodity: null, quantity: 30 })).toEqual(light);
    expect(light.pay).toBe(jobPay(7));
  });

  it('pays goods below what the dearest market asks at its emptiest', () => {
    for (const key of ['ore', 'organics', 'equipment', 'fuel'] as const) {
      const { goodsPay } = contractTerms({ kind: 'procurement', hops: 3, commodity: key, quantity: 100 });
      expect(goodsPay).toBe((BigInt(commodityOf(key).base) * 11_500n) / 100n);
    }
  });
});

describe('pay of a delivery', () => {
  const procurement = { pay: 1_050n, goodsPay: 128n, quantity: 7 };

  it('pays the goods as they come and the job with the last of them', () => {
    expect(deliveryPay({ ...procurement, delivered: 0 }, 1)).toBe(18n);
    expect(deliveryPay({ ...procurement, delivered: 1 }, 5)).toBe(91n);
    expect(deliveryPay({ ...procurement, delivered: 6 }, 1)).toBe(1_069n);
    expect(deliveryPay({ ...procurement, delivered: 0 }, 7)).toBe(1_178n);
  });
});
