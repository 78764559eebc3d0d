import { describe, expect, it } from 'vitest';
import { COMMODITIES } from './commodities.ts';
import { orderTotal } from './order-total.ts';

const FILLS = [5, 15, 50, 85, 95];

/** By stock 5, 15, 50, 85, 95 %: pay for one, get for one, pay for ten, get for ten; advantage 0, no drift. */
const GOLDEN: Readonly<Record<string, readonly (readonly number[])[]>> = {
  ore: [
    [42, 35, 412, 350],
    [40, 33, 393, 333],
    [33, 27, 325, 275],
    [26, 21, 257, 217],
    [24, 20, 237, 201],
  ],
  organics: [
    [23, 18, 222, 188],
    [22, 17, 211, 179],
    [18, 14, 173, 147],
    [14, 11, 136, 114],
    [13, 10, 125, 105],
  ],
  equipment: [
    [113, 95, 1124, 954],
    [108, 91, 1078, 916],
    [92, 78, 920, 781],
    [76, 64, 761, 645],
    [72, 60, 716, 607],
  ],
  fuel: [
    [55, 46, 549, 467],
    [53, 44, 524, 445],
    [44, 36, 433, 367],
    [35, 29, 342, 290],
    [32, 26, 316, 268],
  ],
  gourmet_food: [
    [66, 55, 659, 557],
    [64, 53, 633, 535],
    [55, 45, 543, 458],
    [45, 38, 452, 380],
    [43, 36, 426, 358],
  ],
  luxury_goods: [
    [186, 157, 1855, 1571],
    [177, 150, 1774, 1502],
    [149, 126, 1491, 1260],
    [121, 102, 1207, 1019],
    [113, 95, 1126, 950],
  ],
  exotic_technology: [
    [287, 244, 2892, 2421],
    [278, 235, 2795, 2339],
    [244, 206, 2455, 2049],
    [210, 177, 2115, 1759],
    [200, 169, 2017, 1676],
  ],
  precious_metals: [
    [170, 144, 1704, 1437],
    [164, 138, 1639, 1382],
    [141, 119, 1413, 1189],
    [118, 100, 1186, 995],
    [112, 94, 1121, 940],
  ],
};

describe('price table', () => {
  it.each(COMMODITIES)('$key', ({ key, lo, hi, capacity }) => {
    const table = FILLS.map((percent) => {
      const terms = {
        lo,
        hi,
        capacity,
        stock: (capacity * percent) / 100,
        driftBp: 0,
        eventBp: 0,
        factorBp: 10_000,
        halfSpreadBp: 800,
        advantageBp: 0,
        tariffBp: 0,
      };
      return [1, 10].flatMap((quantity) => [
        Number(orderTotal('buy', terms, quantity).net),
        Number(orderTotal('sell', terms, quantity).net),
      ]);
    });
    expect(table).toEqual(GOLDEN[key]);
  });
});
