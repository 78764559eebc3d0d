import { describe, expect, it } from 'vitest';
import { createStream } from '../random/index.ts';
import { isRefusal } from '../refusal.ts';
import { checkOpenSpace } from '../ships/index.ts';
import { buildFleetShip } from '../testing/build-fleet.ts';
import type { SalvagePlan, Wreck } from './index.ts';
import { isIllegalSalvage, planSalvage, recoverCargo, salvageTurns, suspectAfterSalvage } from './index.ts';

const NOON = Date.parse('2102-01-01T12:00:00Z');
const HOUR = 3_600_000;

const hold = (capacity: number, used = 0) => ({
  capacity,
  colonistsPerUnit: 10,
  items: used === 0 ? [] : [{ kind: 'ore', quantity: used, avgCost: 20n }],
});
const wreck = (...items: [string, number][]): Wreck => ({
  sinceMs: NOON,
  isFormerOwner: true,
  items: items.map(([commodity, quantity]) => ({ commodity, quantity })),
});
const planned = (plan: ReturnType<typeof planSalvage>): SalvagePlan => {
  if (isRefusal(plan)) throw new Error(plan.code);
  return plan;
};
const codeOf = (plan: ReturnType<typeof planSalvage>) => (isRefusal(plan) ? plan.code : null);

describe('what of a ship is left', () => {
  it('is 60 to 80 % of each good, floored, and ore for the hull; neither people nor sealed freight', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const left = recoverCargo(
        [
          { commodity: 'fuel', quantity: 100 },
          { commodity: 'colonists', quantity: 500 },
          { commodity: 'freight:1', quantity: 10 },
          { commodity: 'equipment', quantity: 1 },
        ],
        600,
        createStream(seed, 'wreck'),
      );
      expect(left.map(({ commodity }) => commodity)).toEqual(['fuel', 'ore']);
      expect(left[0]?.quantity).toBeGreaterThanOrEqual(60);
      expect(left[0]?.quantity).toBeLessThanOrEqual(80);
      expect(left[1]?.quantity).toBe(3);
    }
  });

  it('adds the ore of the hull to the ore aboard, and is nothing of a small empty one', () => {
    const [ore] = recoverCargo([{ commodity: 'ore', quantity: 10 }], 400, createStream('a', 'wreck'));
    expect(ore?.quantity).toBeGreaterThanOrEqual(8);
    expect(ore?.quantity).toBeLessThanOrEqual(10);
    expect(recoverCargo([], 199, createStream('a', 'wreck'))).toEqual([]);
  });
});

describe('salvage', () => {
  it.each([
    ['light_freighter', 1, 1],
    ['light_freighter', 10, 1],
    ['light_freighter', 11, 2],
    ['cargo_hauler', 20, 1],
    ['cargo_hauler', 21, 2],
    ['scout_ship', 0, 0],
  ] as const)('costs a %s %d units in %d turns', (type, units, turns) => {
    expect(salvageTurns(type, units)).toBe(turns);
  });

  it('takes what is named, all or nothing', () => {
    const here = wreck(['fuel', 30], ['ore', 5]);
    const plan = planned(planSalvage([{ commodity: 'fuel', quantity: 12 }], here, hold(50), 'defender', 9));
    expect(plan.turns).toBe(2);
    expect(plan.left).toEqual([
      { commodity: 'fuel', quantity: 18 },
      { commodity: 'ore', quantity: 5 },
    ]);
    expect(plan.hold.items).toEqual([{ kind: 'fuel', quantity: 12, avgCost: 0n }]);
  });

  it('takes the dearest first when it takes all it can, as far as room and turns reach', () => {
    const here = wreck(['equipment', 30], ['exotic_technology', 5], ['ore', 40]);
    const byRoom = planned(planSalvage('max', here, hold(20, 8), 'light_freighter', 99));
    expect(byRoom.taken).toEqual([
      { commodity: 'exotic_technology', quantity: 5 },
      { commodity: 'equipment', quantity: 7 },
    ]);
    const byTurns = planned(planSalvage('max', here, hold(90), 'light_freighter', 1));
    expect(byTurns.turns).toBe(1);
    const all = planned(planSalvage('max', here, hold(90), 'cargo_hauler', 99));
    expect([all.left, all.turns]).toEqual([[], 4]);
    expect(planned(planSalvage('max', here, hold(90), 'scout_ship', 0)).turns).toBe(1);
  });

  it.each([
    ['not_in_wreck', [{ commodity: 'fuel', quantity: 31 }]],
    ['not_in_wreck', [{ commodity: 'luxury_goods', quantity: 1 }]],
    ['cargo_full', [{ commodity: 'fuel', quantity: 21 }]],
    [
      'validation_failed',
      [
        { commodity: 'fuel', quantity: 1 },
        { commodity: 'fuel', quantity: 1 },
      ],
    ],
  ] as const)('refuses with %s', (code, order) => {
    expect(codeOf(planSalvage(order, wreck(['fuel', 30]), hold(20), 'defender', 99))).toBe(code);
  });

  it('needs room, a ship and open space', () => {
    expect(codeOf(planSalvage('max', wreck(['fuel', 30]), hold(20, 20), 'defender', 99))).toBe('cargo_full');
    const at = (type: 'defender' | 'escape_pod', status: 'in_space' | 'docked' | 'landed') =>
      checkOpenSpace(buildFleetShip(type, { status }))?.code ?? null;
    expect(at('escape_pod', 'in_space')).toBe('ship_is_pod');
    expect(at('defender', 'docked')).toBe('must_undock');
    expect(at('defender', 'landed')).toBe('must_lift_off');
    expect(at('defender', 'in_space')).toBeNull();
  });

  it('is free to its former owner, and to all after an hour', () => {
    const others = { sinceMs: NOON, isFormerOwner: false };
    expect(isIllegalSalvage(others, NOON + HOUR - 1)).toBe(true);
    expect(isIllegalSalvage(others, NOON + HOUR)).toBe(false);
    expect(isIllegalSalvage({ ...others, isFormerOwner: true }, NOON)).toBe(false);
  });

  it('adds an hour as a suspect each time, up to four', () => {
    expect(suspectAfterSalvage(null, NOON)).toBe(NOON + HOUR);
    expect(suspectAfterSalvage(NOON - HOUR, NOON)).toBe(NOON + HOUR);
    expect(suspectAfterSalvage(NOON + HOUR, NOON)).toBe(NOON + 2 * HOUR);
    expect(suspectAfterSalvage(NOON + 4 * HOUR, NOON)).toBe(NOON + 4 * HOUR);
  });
});
