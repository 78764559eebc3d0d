import { describe, expect, it } from 'vitest';
import { buildDockingStation, buildDockState, NOON } from '../testing/build-trade.ts';
import { applyDock, applyUndock } from './dock-apply.ts';
import { checkDock, checkUndock } from './dock-check.ts';
import { dockingFee, dockingFeeDue, mooringDue, stationFeeLegs } from './dock-fee.ts';
import type { DockingShip, DockState } from './docking-types.ts';
import { shelterEndsAt, shelterWarningAt } from './shelter.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function ship(overrides: Partial<DockingShip> = {}): DockingShip {
  return {
    type: 'light_freighter',
    status: 'in_space',
    sectorId: 12,
    stationId: null,
    dockedAtMs: null,
    ...overrides,
  };
}

const docked = ship({ status: 'docked', stationId: 'station-a', dockedAtMs: NOON - 3 * DAY });

describe('dockingFee', () => {
  it.each([
    ['escape_pod', 'premium', 20_000, 0n],
    ['light_freighter', 'none', 10_000, 0n],
    ['light_freighter', 'basic', 10_000, 25n],
    ['light_freighter', 'standard', 10_000, 38n],
    ['scout_ship', 'basic', 5_000, 5n],
    ['cargo_hauler', 'premium', 20_000, 200n],
    ['carrier', 'standard', 12_345, 186n],
  ] as const)('%s at %s and %d bp: %d', (type, tier, feeBp, expected) => {
    expect(dockingFee(type, tier, feeBp)).toBe(expected);
  });
});

describe('dockingFeeDue', () => {
  const due = (overrides: Partial<DockState>) =>
    dockingFeeDue(buildDockState(overrides), 'light_freighter', NOON);

  it('is the fee', () => {
    expect(due({})).toEqual({ amount: 25n, reason: 'fee' });
  });

  it('spares the first docking of the first seven days', () => {
    expect(due({ hasDocked: false, firstLoginAtMs: NOON - 7 * DAY + 1 }).reason).toBe('first_docking');
    expect(due({ hasDocked: false, firstLoginAtMs: NOON - 7 * DAY }).reason).toBe('fee');
    expect(due({ hasDocked: true, firstLoginAtMs: NOON }).reason).toBe('fee');
  });

  it('docks on credit once a day', () => {
    expect(due({ credits: 24n })).toEqual({ amount: 0n, reason: 'on_credit' });
    expect(due({ credits: 24n, lastFeeWaivedAtMs: NOON - 60_000 }).reason).toBe('fee');
    expect(due({ credits: 24n, lastFeeWaivedAtMs: NOON - DAY }).reason).toBe('on_credit');
  });
});

describe('checkDock', () => {
  it('lets a ship dock', () => {
    expect(checkDock(buildDockState(), NOON)).toBeNull();
  });

  it.each<[string, Partial<DockState>, string, object]>([
    ['no ship', { ship: null }, 'no_active_ship', {}],
    ['in transit', { isInTransit: true }, 'in_transit', {}],
    ['landed', { ship: ship({ status: 'landed' }) }, 'must_lift_off', {}],
    ['elsewhere', { ship: ship({ sectorId: 13 }) }, 'not_in_sector', {}],
    ['docked', { ship: docked }, 'already_docked', { stationId: 'station-a' }],
    ['fighting', { lastEngagementAtMs: NOON - 4_999 }, 'in_combat', { until: NOON + 1 }],
    [
      'disabled',
      { station: buildDockingStation({ status: 'disabled', disabledUntilMs: NOON + HOUR }) },
      'station_disabled',
      { until: NOON + HOUR },
    ],
    ['locked', { station: buildDockingStation({ status: 'locked_down' }) }, 'station_locked', {}],
    [
      'out of turns',
      { turns: { turns: 0, anchorMs: NOON, frac: 0 } },
      'insufficient_turns',
      { need: 1, have: 0, availableAt: NOON + 86_400 },
    ],
    [
      'poor a second time',
      { credits: 24n, lastFeeWaivedAtMs: NOON },
      'insufficient_credits',
      { need: 25n, have: 24n },
    ],
    ['disliked', { standing: -500 }, 'standing_too_low', { why: 'dock', need: -499, have: -500 }],
    ['denied', { isDenied: true }, 'denied_by_owner', {}],
    ['after an attack', { lastAttackAtMs: NOON - 59_999 }, 'cooldown', { until: NOON + 1 }],
  ])('%s', (_name, overrides, code, details) => {
    expect(checkDock(buildDockState(overrides), NOON)).toEqual({ code, details });
  });

  it('always admits escape pods', () => {
    const pod = buildDockState({
      ship: ship({ type: 'escape_pod' }),
      standing: -1_000,
      isDenied: true,
      credits: 0n,
    });
    expect(checkDock(pod, NOON)).toBeNull();
  });

  it('counts turns that came back since they were stored', () => {
    expect(
      checkDock(buildDockState({ turns: { turns: 0, anchorMs: NOON - 86_400, frac: 0 } }), NOON),
    ).toBeNull();
  });

  it('lets the short cooldowns end', () => {
    expect(checkDock(buildDockState({ lastEngagementAtMs: NOON - 5_000 }), NOON)).toBeNull();
    expect(checkDock(buildDockState({ lastAttackAtMs: NOON - 60_000 }), NOON)).toBeNull();
  });
});

describe('applyDock', () => {
  it('spends one turn and the fee', () => {
    expect(applyDock(buildDockState(), NOON)).toEqual({
      turns: { turns: 499, anchorMs: NOON, frac: 0 },
      credits: 975n,
      fee: { amount: 25n, reason: 'fee' },
      legs: [{ from: 'wallet', to: 'BURN', amount: 25n, reason: 'dock_fee' }],
      stationId: 'station-a',
      dockedAtMs: NOON,
      shelterEndsAtMs: null,
    });
  });

  it('pays nothing on credit', () => {
    const outcome = applyDock(buildDockState({ credits: 3n }), NOON);
    expect(outcome).toMatchObject({ credits: 3n, legs: [], fee: { reason: 'on_credit' } });
  });
});

describe('undocking', () => {
  it.each<[Partial<DockState>, string | undefined]>([
    [{ ship: docked }, undefined],
    [{ ship: null }, 'no_active_ship'],
    [{ ship: docked, isInTransit: true }, 'in_transit'],
    [{}, 'not_docked'],
    [{ ship: { ...docked, stationId: 'station-b' } }, 'not_docked'],
  ])('%j: %s', (overrides, code) => {
    expect(checkUndock(buildDockState(overrides))?.code).toBe(code);
  });

  it('settles the mooring', () => {
    const state = buildDockState({
      ship: docked,
      credits: 10_000n,
      station: buildDockingStation({ isOwned: true }),
    });
    expect(applyUndock(state, NOON)).toEqual({
      credits: 9_600n,
      mooring: 400n,
      legs: [
        { from: 'wallet', to: 'station', amount: 280n, reason: 'mooring' },
        { from: 'wallet', to: 'BURN', amount: 120n, reason: 'mooring' },
      ],
      sectorId: 12,
    });
  });
});

describe('mooringDue', () => {
  it.each([
    ['the first day is free', DAY, 10_000n, 0n],
    ['a started credit is ceiled', DAY + 1, 10_000n, 1n],
    ['200 a day', 2 * DAY, 10_000n, 200n],
    ['at most a tenth of the wallet', 30 * DAY, 10_009n, 1_000n],
    ['at most 6,000', 300 * DAY, 1_000_000n, 6_000n],
    ['nothing of nothing', 300 * DAY, 9n, 0n],
  ])('%s', (_name, dockedMs, credits, expected) => {
    expect(mooringDue(0, dockedMs, credits)).toBe(expected);
  });
});

describe('stationFeeLegs', () => {
  it('burns what no owner gets', () => {
    expect(stationFeeLegs(25n, false, 'dock_fee')).toEqual([
      { from: 'wallet', to: 'BURN', amount: 25n, reason: 'dock_fee' },
    ]);
    expect(stationFeeLegs(25n, true, 'dock_fee').map(({ amount }) => amount)).toEqual([17n, 8n]);
    expect(stationFeeLegs(0n, true, 'dock_fee')).toEqual([]);
  });
});

describe('shelter', () => {
  const open = buildDockingStation({ zone: 'frontier', security: 'open' });
  const guest = { isNewcomer: false, isPod: false, isInTransit: false };
  const EIGHT = Date.UTC(2102, 0, 1, 8);

  it('ends 12 h after the last action in open security: 08:00, warning 19:00, outside 20:00', () => {
    const end = shelterEndsAt(open, guest, EIGHT);
    expect(end).toBe(EIGHT + 12 * HOUR);
    expect(shelterWarningAt(EIGHT + 12 * HOUR)).toBe(EIGHT + 11 * HOUR);
    expect(shelterEndsAt({ ...open, zone: 'expanse' }, guest, EIGHT)).toBe(end);
  });

  it.each([
    ['Federation', { zone: 'federation' }, {}],
    ['Border with lowered policing', { zone: 'border' }, {}],
    ['patrolled Frontier', { security: 'patrolled' }, {}],
    ['sanctuary', { isSanctuary: true }, {}],
    ['SpaceDock', { facility: 'spacedock' }, {}],
    ['TradeDock', { facility: 'tradedock' }, {}],
    ['newcomer', {}, { isNewcomer: true }],
    ['pod', {}, { isPod: true }],
    ['in transit', {}, { isInTransit: true }],
  ] as const)('never ends: %s', (_name, station, who) => {
    expect(shelterEndsAt({ ...open, ...station }, { ...guest, ...who }, EIGHT)).toBeNull();
  });
});

describe('a ship in tow', () => {
  it('pays for a berth of its own, and for its mooring', () => {
    const station = buildDockingStation({ securityTier: 'basic', dockingFeeBp: 10_000 });
    const alone = buildDockState({
      ship: ship({ type: 'cargo_hauler' }),
      station,
      credits: 100_000n,
      hasDocked: true,
    });
    const tow = { type: 'light_freighter', dockedAtMs: NOON - 2 * DAY } as const;
    const fees = [alone, { ...alone, tow }].map((state) => dockingFeeDue(state, 'cargo_hauler', NOON).amount);
    expect(fees).toEqual([50n, 75n]);
    expect(applyDock({ ...alone, tow }, NOON).credits).toBe(100_000n - 75n);
    const leaving = { ...alone, ship: { ...docked, stationId: station.id }, tow };
    expect(applyUndock(leaving, NOON).mooring).toBe(400n + 200n);
    expect(applyUndock({ ...leaving, credits: 1_000n }, NOON).mooring).toBe(100n + 90n);
  });
});
