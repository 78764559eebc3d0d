import { describe, expect, it } from 'vitest';
import type { Hop, Route } from '../../courses/course-store.ts';
import { summariseRoute } from './route-summary.ts';

const hop = (number: number, more: Partial<Hop> = {}): Hop => ({
  to: number,
  number,
  regionName: 'terran-space',
  name: null,
  warpId: number,
  kind: 'lane',
  cost: 3,
  toll: 0n,
  hazard: 0,
  knownLevel: 3,
  ...more,
});

const route = (hops: readonly Hop[], more: Partial<Route> = {}): Route => ({
  hops: [...hops],
  totalTurns: hops.length * 3,
  totalHops: hops.length,
  totalToll: 0n,
  risk: 'low',
  affordableHops: hops.length,
  etaFull: '2102-01-01T12:00:00.000Z',
  ...more,
});

describe('a route in figures', () => {
  it('says what is left and when it is affordable', () => {
    const rich = summariseRoute(route([hop(2), hop(3)]), 100, 'terran-space');
    expect(rich).toMatchObject({ hops: 2, turns: 6, left: 94, affordableAtMs: null, worst: null });
    const poor = summariseRoute(route([hop(2), hop(3)], { affordableHops: 1 }), 4, 'terran-space');
    expect(poor.left).toBe(-2);
    expect(poor.affordableAtMs).toBe(Date.UTC(2102, 0, 1, 12));
  });

  it('names the worst hazard, unknown legs and other regions', () => {
    const summary = summariseRoute(
      route([
        hop(2, { hazard: 2 }),
        hop(3, { hazard: 6, knownLevel: 1 }),
        hop(9, { hazard: null, regionName: 'central-nexus', knownLevel: 2 }),
      ]),
      50,
      'terran-space',
    );
    expect(summary.worst).toEqual({ hazard: 6, number: 3 });
    expect(summary.unvisited).toBe(2);
    expect(summary.regions).toEqual(['central-nexus']);
  });
});
