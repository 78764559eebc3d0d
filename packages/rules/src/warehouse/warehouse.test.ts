import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legBalance } from '../ledger/index.ts';
import { buildMarket, buildStation, NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import type { Warehouse, WarehouseState } from './index.ts';
import {
  applyPayRent,
  applyRent,
  applyRetrieve,
  applyStore,
  blockRent,
  checkPayRent,
  checkRent,
  checkRetrieve,
  checkStore,
  clearWarehouse,
  collectRent,
  describeRelease,
  describeRent,
  isForfeit,
  RENT_DAY_MS,
  rentDaysDue,
  rentDue,
  storedUnits,
} from './index.ts';

const DAY = RENT_DAY_MS;
const SECRET = Uint8Array.of(1, 2, 3);

const warehouse = (overrides: Partial<Warehouse> = {}): Warehouse => ({
  blocks: 2,
  paidUntilMs: NOON + DAY,
  unpaidSinceMs: null,
  items: [{ kind: 'ore', quantity: 12, avgCost: 25n }],
  ...overrides,
});

const state = (overrides: Partial<WarehouseState> = {}): WarehouseState => ({
  ...buildVisit(),
  wallet: 1_000n,
  bank: 0n,
  warehouse: warehouse(),
  hold: { capacity: 50, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 20, avgCost: 30n }] },
  ...overrides,
});

const unpaid = warehouse({ paidUntilMs: NOON - DAY, unpaidSinceMs: NOON - DAY });

describe('rent', () => {
  it.each([
    [10_000, 10n],
    [5_000, 5n],
    [20_000, 20n],
    [10_001, 11n],
  ])('of a block at %d bp is %d', (bp, expected) => {
    expect(blockRent(bp)).toBe(expected);
  });

  it.each([
    [NOON + 1, 0],
    [NOON, 1],
    [NOON - DAY + 1, 1],
    [NOON - DAY, 2],
  ])('is due for every day begun', (paidUntilMs, days) => {
    expect(rentDaysDue({ paidUntilMs }, NOON)).toBe(days);
  });

  it('of the first day is paid when blocks are added, and returned to nobody when they are given back', () => {
    const { warehouse: more, ...paid } = applyRent(state({ warehouse: null }), 3, NOON);
    expect(more).toEqual({ blocks: 3, paidUntilMs: NOON + DAY, unpaidSinceMs: null, items: [] });
    expect(paid).toMatchObject({ paid: 30n, wallet: 970n });
    expect(applyRent(state(), 5, NOON)).toMatchObject({ paid: 30n, warehouse: { blocks: 5 } });
    expect(applyRent(state({ warehouse: warehouse({ items: [] }) }), 1, NOON)).toMatchObject({
      paid: 0n,
      legs: [],
      warehouse: { blocks: 1 },
    });
    expect(applyRent(state({ warehouse: warehouse({ items: [] }) }), 0, NOON).warehouse).toBeNull();
  });

  it('that is due is paid with any change: nobody leaves before the daily round for nothing', () => {
    const due = warehouse({ items: [], paidUntilMs: NOON - DAY });
    expect(checkRent(state({ warehouse: due, wallet: 39n }), 0, NOON)).toMatchObject({
      code: 'insufficient_credits',
      details: { need: 40n, have: 39n },
    });
    expect(checkRent(state({ warehouse: due, wallet: 40n }), 0, NOON)).toBeNull();
    expect(applyRent(state({ warehouse: due }), 0, NOON)).toMatchObject({
      paid: 40n,
      wallet: 960n,
      warehouse: null,
    });
    expect(applyRent(state({ warehouse: due }), 3, NOON)).toMatchObject({
      paid: 50n,
      warehouse: { blocks: 3, paidUntilMs: NOON + DAY },
    });
    expect(describeRent(state({ warehouse: due, wallet: 69n }), NOON).limits?.max).toBe(2);
    expect(describeRent(state({ warehouse: due, wallet: 9n }), NOON).limits?.max).toBe(0);
  });

  it.each<[string, Partial<WarehouseState>, number, string, object]>([
    ['too many', {}, 21, 'warehouse_limit', { max: 20 }],
    ['less than none', {}, -1, 'no_warehouse', {}],
    ['in use', {}, 1, 'warehouse_in_use', { min: 2 }],
    ['dear', { wallet: 9n }, 3, 'insufficient_credits', { need: 10n, have: 9n }],
    ['unpaid', { warehouse: unpaid }, 3, 'rent_due', { due: 40n }],
    ['elsewhere', { dockedStationId: null }, 3, 'not_docked', {}],
  ])('%s is refused', (_name, overrides, blocks, code, details) => {
    expect(checkRent(state(overrides), blocks, NOON)).toEqual({ code, details });
  });

  it('is described as far as credits and blocks go', () => {
    expect(describeRent(state({ wallet: 45n }), NOON)).toMatchObject({ enabled: true, limits: { max: 4 } });
    expect(describeRent(state({ warehouse: warehouse({ blocks: 20 }) }), NOON).reason).toBe(
      'warehouse_limit',
    );
    expect(describeRelease(state({ warehouse: warehouse({ blocks: 9 }) }), NOON).limits?.max).toBe(7);
  });

  it('unpaid may be paid at once, the bank first', () => {
    const poor = state({ warehouse: unpaid, wallet: 15n, bank: 20n });
    expect(checkPayRent(poor, NOON)).toMatchObject({ code: 'insufficient_credits' });
    const able = { ...poor, bank: 30n };
    expect(checkPayRent(able, NOON)).toBeNull();
    expect(applyPayRent(able, NOON)).toMatchObject({
      wallet: 5n,
      bank: 0n,
      paid: 40n,
      warehouse: { paidUntilMs: NOON + DAY, unpaidSinceMs: null },
    });
    expect(checkPayRent(state(), NOON)?.code).toBe('rent_not_due');
    expect(checkPayRent(state({ warehouse: null }), NOON)?.code).toBe('no_warehouse');
  });

  it('is forfeit after seven unpaid days and not a moment sooner', () => {
    expect(isForfeit({ unpaidSinceMs: NOON - 7 * DAY + 1 }, NOON)).toBe(false);
    expect(isForfeit({ unpaidSinceMs: NOON - 7 * DAY }, NOON)).toBe(true);
    expect(isForfeit({ unpaidSinceMs: null }, NOON)).toBe(false);
  });

  it('collected takes whole days, never more than there is, and repeated takes nothing', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2_000n }),
        fc.bigInt({ min: 0n, max: 2_000n }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 40 * DAY }),
        (wallet, bank, blocks, lateMs) => {
          const before = warehouse({ blocks, paidUntilMs: NOON - lateMs });
          const once = collectRent({ wallet, bank }, before, 10_000, NOON);
          expect(once.wallet + once.bank + once.paid).toBe(wallet + bank);
          expect(once.wallet >= 0n && once.bank >= 0n).toBe(true);
          expect(legBalance(once.legs, 'BURN')).toBe(once.paid);
          expect(once.bank === 0n || once.wallet === wallet).toBe(true);
          const after = once.warehouse as Warehouse;
          expect(after.unpaidSinceMs === null).toBe(rentDaysDue(after, NOON) === 0);
          const twice = collectRent(once, after, 10_000, NOON);
          expect(twice.paid).toBe(0n);
          expect(twice.warehouse).toEqual(after);
        },
      ),
    );
  });
});

describe('goods', () => {
  it.each<[string, Partial<WarehouseState>, string, number, string]>([
    ['without a warehouse', { warehouse: null }, 'ore', 1, 'no_warehouse'],
    ['while rent is unpaid', { warehouse: unpaid }, 'ore', 1, 'rent_due'],
    ['contraband', {}, 'narcotics', 1, 'contraband_refused'],
    ['people', {}, 'colonists', 1, 'not_storable'],
    ['sealed freight', {}, 'freight:1', 1, 'not_storable'],
    ['too many', {}, 'ore', 21, 'not_in_cargo'],
    ['without room', {}, 'ore', 9, 'warehouse_full'],
  ])('%s are not stored', (_name, overrides, kind, quantity, code) => {
    expect(checkStore(state(overrides), kind, quantity, NOON)?.code).toBe(code);
  });

  it('come out only as far as they are there and the hold has room', () => {
    expect(checkRetrieve(state(), 'ore', 13, NOON)).toEqual({
      code: 'not_in_warehouse',
      details: { max: 12 },
    });
    const full = { capacity: 25, colonistsPerUnit: 10, items: [{ kind: 'ore', quantity: 20, avgCost: 1n }] };
    expect(checkRetrieve(state({ hold: full }), 'ore', 6, NOON)).toEqual({
      code: 'cargo_full',
      details: { max: 5 },
    });
    expect(checkRetrieve(state({ warehouse: unpaid }), 'ore', 1, NOON)?.code).toBe('rent_due');
  });

  it('are neither made nor lost on the way, in any order', () => {
    const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 25 })), { maxLength: 12 });
    fc.assert(
      fc.property(moves, (orders) => {
        let now = state({ warehouse: warehouse({ blocks: 4 }) });
        for (const [isStore, quantity] of orders) {
          const check = isStore ? checkStore : checkRetrieve;
          if (check(now, 'ore', quantity, NOON) !== null) continue;
          now = { ...now, ...(isStore ? applyStore : applyRetrieve)(now, 'ore', quantity) };
        }
        const aboard = now.hold.items.reduce((sum, item) => sum + item.quantity, 0);
        const stored = storedUnits(now.warehouse as Warehouse);
        expect(aboard + stored).toBe(32);
        expect(stored).toBeLessThanOrEqual(40);
      }),
    );
  });
});

describe('a warehouse that is cleared', () => {
  const clear = (items: Warehouse['items'], stock: number, paidDaysAgo = 7) =>
    clearWarehouse(
      {
        wallet: 3n,
        bank: 4n,
        warehouse: warehouse({
          blocks: 20,
          paidUntilMs: NOON - paidDaysAgo * DAY,
          unpaidSinceMs: NOON - 7 * DAY,
          items,
        }),
        warehouseBp: 10_000,
        station: buildStation(),
        markets: [
          buildMarket(),
          buildMarket({ commodity: 'organics', direction: 'buys', stock, asOfMs: NOON }),
        ],
      },
      { nowMs: NOON, economySecret: SECRET },
    );

  it('sells what the station buys, destroys the rest, deducts the debt', () => {
    const cleared = clear(
      [
        { kind: 'organics', quantity: 150, avgCost: 12n },
        { kind: 'ore', quantity: 40, avgCost: 12n },
      ],
      450,
    );
    expect(cleared).toMatchObject({ soldUnits: 150, destroyedUnits: 40, debtPaid: 1_600n });
    expect(cleared.bank).toBe(4n + cleared.proceeds - 1_600n);
    expect(cleared.wallet).toBe(3n);
    expect(legBalance(cleared.legs, 'bank')).toBe(cleared.proceeds - 1_600n);
    expect(cleared.markets.map(({ commodity, stock }) => [commodity, stock])).toEqual([['organics', 600]]);
    expect(cleared.legs.every(({ from, to }) => from !== 'wallet' && to !== 'wallet')).toBe(true);
  });

  it('sells no more than the station has room for', () => {
    expect(clear([{ kind: 'organics', quantity: 100, avgCost: 1n }], 2_990)).toMatchObject({
      soldUnits: 10,
      destroyedUnits: 90,
    });
  });

  it('never leaves the player owing', () => {
    const cleared = clear([{ kind: 'organics', quantity: 5, avgCost: 1n }], 450);
    expect(cleared.debtPaid).toBe(cleared.proceeds);
    expect(cleared.bank).toBe(4n);
    expect(rentDue(unpaid, 10_000, NOON)).toBe(40n);
  });
});
