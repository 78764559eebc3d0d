import { describe, expect, it } from 'vitest';
import { buildFleetShip } from '../testing/build-fleet.ts';
import { effectiveStats } from './effective-stats.ts';
import type { FleetShip } from './fleet-types.ts';
import { checkCastOff, checkTow, holdsTow, towEnd, towedSizeOf } from './tow.ts';

const NOON = Date.parse('2102-01-01T12:00:00Z');
const beam = [{ slot: 1, item: 'tractor_beam', level: 0, paid: 40_000n }] as const;
const tug = (overrides: Partial<FleetShip> = {}) =>
  buildFleetShip('defender', { isActive: true, modules: beam, ...overrides });
const spare = (overrides: Partial<FleetShip> = {}) => buildFleetShip('light_freighter', overrides);
const inSpace = { status: 'in_space', stationId: null } as const;
const adrift = { status: 'derelict', stationId: null } as const;

describe('checkTow', () => {
  it('takes a ship docked beside the tug, or one adrift in its sector', () => {
    expect(checkTow(tug(), spare(), NOON)).toBeNull();
    expect(checkTow(tug(inSpace), spare(adrift), NOON)).toBeNull();
    expect(checkTow(tug(), spare({ isBound: true }), NOON)).toBeNull();
  });

  it.each([
    ['same_ship', tug(), tug()],
    ['ship_not_active', tug({ isActive: false }), spare()],
    ['must_lift_off', tug({ status: 'landed' }), spare()],
    ['no_tractor_beam', tug({ modules: [] }), spare()],
    ['already_towing', tug({ towShipId: 'another' }), spare()],
    ['cannot_be_towed', tug(), buildFleetShip('carrier')],
    ['cannot_be_towed', tug(), buildFleetShip('escape_pod')],
    ['not_colocated', tug(), spare({ stationId: 'elsewhere' })],
    ['not_colocated', tug(), spare(adrift)],
    ['not_colocated', tug(inSpace), spare()],
    ['not_colocated', tug(inSpace), spare({ ...adrift, sectorId: 2 })],
    ['not_colocated', tug(inSpace), spare(inSpace)],
    ['recent_combat', tug({ lastCombatAtMs: NOON - 59_999 }), spare()],
  ] as const)('refuses with %s', (code, by, target) => {
    expect(checkTow(by, target, NOON)?.code).toBe(code);
  });

  it('waits a minute after a fight, no longer', () => {
    expect(checkTow(tug({ lastCombatAtMs: NOON - 60_000 }), spare(), NOON)).toBeNull();
  });
});

describe('a tow', () => {
  const line = { towShipId: 'light_freighter' };

  it('holds while both are in one place', () => {
    expect(holdsTow(tug(line), spare())).toBe(true);
    expect(holdsTow(tug({ ...line, ...inSpace }), spare(inSpace))).toBe(true);
  });

  it.each([
    ['nothing is on the line', tug(), spare()],
    ['the ship is gone', tug(line), undefined],
    ['another is on the line', tug({ towShipId: 'other' }), spare()],
    ['nobody flies the tug', tug({ ...line, isActive: false }), spare()],
    ['its pilot boarded the ship', tug(line), spare({ isActive: true })],
    ['the beam was taken out', tug({ ...line, modules: [] }), spare()],
    ['the tug left its berth alone', tug({ ...line, ...inSpace }), spare()],
    ['the tug was abandoned', tug({ ...line, ...adrift }), spare({ ...adrift })],
    ['the tug is in another sector', tug({ ...line, ...inSpace, sectorId: 2 }), spare(inSpace)],
    ['the ship lies elsewhere', tug(line), spare({ stationId: 'elsewhere' })],
    ['the ship was sold', tug(line), spare({ status: 'destroyed', stationId: null })],
  ] as const)('ends where %s', (_why, by, towed) => {
    expect(holdsTow(by, towed)).toBe(false);
  });

  it('ends at a berth, adrift, or, for a bound ship, at a station', () => {
    expect(towEnd(true, false)).toBe('berth');
    expect(towEnd(true, true)).toBe('berth');
    expect(towEnd(false, false)).toBe('adrift');
    expect(towEnd(false, true)).toBe('station');
  });

  it('is let go only where there is one', () => {
    expect(checkCastOff(tug())?.code).toBe('not_towing');
    expect(checkCastOff(tug(line))).toBeNull();
  });

  it('makes the tug easier to hit by ten', () => {
    const bare = effectiveStats({ type: 'defender', upgrades: {} }).evasion;
    expect(effectiveStats({ type: 'defender', upgrades: {}, towSize: 'medium' }).evasion).toBe(bare - 10);
    expect(towedSizeOf('carrier')).toBeNull();
  });
});
