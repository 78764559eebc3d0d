import { describe, expect, it } from 'vitest';
import { autopilotLease, autopilotStop, checkAutopilotFree } from './stop.ts';
import type { AutopilotNextHop, AutopilotOrders, AutopilotProgress } from './types.ts';

const NOW = 1_000_000_000;
const DAY = 86_400_000;

const orders: AutopilotOrders = { maxHops: 25, crossRegions: false, stopOn: [], minHullPct: 50 };
const progress: AutopilotProgress = {
  hopsDone: 1,
  turnsSpent: 3,
  tollSpent: 0n,
  elapsedMs: 100,
  turnsLeft: 50,
  hull: 400,
  maxHull: 400,
  isShipLost: false,
  wasAttacked: false,
  hasPositionChanged: false,
  here: { hasPlayer: true, hasForces: true, hasStation: true },
};
const next: AutopilotNextHop = {
  cost: 3,
  toll: 0n,
  crossesRegion: false,
  hazard: 6,
  seenAtMs: null,
  hasHostileDrones: false,
};

describe('autopilotStop', () => {
  it('flies on', () => {
    expect(autopilotStop(progress, next, orders, NOW)).toBeNull();
  });

  it('arrives, and says so even where it would stop anyway', () => {
    expect(autopilotStop(progress, null, { ...orders, stopOn: ['player'] }, NOW)).toBe('arrived');
  });

  it.each<[string, Partial<AutopilotProgress>, Partial<AutopilotNextHop>, Partial<AutopilotOrders>]>([
    ['ship_lost', { isShipLost: true, wasAttacked: true }, {}, {}],
    ['attacked', { wasAttacked: true, hull: 1 }, {}, {}],
    ['position_changed', { hasPositionChanged: true }, {}, {}],
    ['hull_low', { hull: 199 }, {}, {}],
    ['player', {}, {}, { stopOn: ['player'] }],
    ['forces', {}, {}, { stopOn: ['forces'] }],
    ['station', {}, {}, { stopOn: ['station'] }],
    ['max_hops', { hopsDone: 25 }, {}, {}],
    ['time_limit', { elapsedMs: 2_000 }, {}, {}],
    ['region_border', {}, { crossesRegion: true }, {}],
    ['toll_limit', { tollSpent: 3n }, { toll: 3n }, { maxTollTotal: 5n }],
    ['toll_limit', {}, { toll: 1n }, {}],
    ['hostile_drones', {}, { hasHostileDrones: true }, {}],
    ['hazard5', {}, { hazard: 5 }, { stopOn: ['hazard5'] }],
    ['stale', {}, { seenAtMs: null }, { stopOn: ['stale'] }],
    ['stale', {}, { seenAtMs: NOW - DAY - 1 }, { stopOn: ['stale'] }],
    ['max_turns', {}, {}, { maxTurns: 5 }],
    ['insufficient_turns', { turnsLeft: 2 }, {}, {}],
  ])('stops: %s', (expected, of, hop, order) => {
    expect(autopilotStop({ ...progress, ...of }, { ...next, ...hop }, { ...orders, ...order }, NOW)).toBe(
      expected,
    );
  });

  it.each<[Partial<AutopilotProgress>, Partial<AutopilotNextHop>, Partial<AutopilotOrders>]>([
    [{ hull: 200 }, {}, {}],
    [{ hopsDone: 0 }, {}, { stopOn: ['player', 'forces', 'station'] }],
    [{}, { hazard: null }, { stopOn: ['hazard5'] }],
    [{}, { hazard: 4 }, { stopOn: ['hazard5'] }],
    [{}, { seenAtMs: NOW - DAY }, { stopOn: ['stale'] }],
    [{}, { crossesRegion: true }, { crossRegions: true }],
    [{ tollSpent: 3n }, { toll: 2n }, { maxTollTotal: 5n }],
    [{}, {}, { maxTurns: 6 }],
    [{ turnsLeft: 3 }, {}, {}],
  ])('flies on at the limit (case %#)', (of, hop, order) => {
    expect(
      autopilotStop({ ...progress, ...of }, { ...next, ...hop }, { ...orders, ...order }, NOW),
    ).toBeNull();
  });

  it('stops where no way leads on', () => {
    expect(autopilotStop(progress, 'no_route', orders, NOW)).toBe('no_route');
  });
});

describe('autopilot lease', () => {
  it('keeps a second call out until it ends by itself', () => {
    const until = autopilotLease(NOW);
    expect(until).toBe(NOW + 5_000);
    expect(checkAutopilotFree(until, NOW)).toEqual({ code: 'autopilot_active', details: { until } });
    expect(checkAutopilotFree(until, until)).toBeNull();
    expect(checkAutopilotFree(null, NOW)).toBeNull();
  });
});
