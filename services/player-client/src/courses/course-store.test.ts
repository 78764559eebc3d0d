import { describe, expect, it } from 'vitest';
import type { Course, Hop } from './course-store.ts';
import { advanceCourse, otherThan, routesOf, turnsAlong } from './course-store.ts';

const hop = (to: number, cost = 3): Hop => ({
  to,
  number: to,
  regionName: 'terran-space',
  name: null,
  warpId: to,
  kind: 'lane',
  cost,
  toll: 0n,
  hazard: null,
  knownLevel: 1,
});

const COURSE: Course = {
  routeId: 'r',
  objective: 'turns',
  from: 1,
  via: [2],
  hops: [hop(2), hop(3, 4), hop(4)],
  routes: { turns: null, safe: null },
};

describe('course', () => {
  it('loses the hops behind the ship, and the stored route with them', () => {
    const after = advanceCourse(COURSE, 3);
    expect(after?.hops.map(({ to }) => to)).toEqual([4]);
    expect(after?.routeId).toBeNull();
    expect(after?.from).toBe(3);
    expect(after?.routes).toBeNull();
  });

  it('passes its waypoints', () => {
    expect(advanceCourse(COURSE, 2)?.via).toEqual([]);
    expect(advanceCourse({ ...COURSE, via: [3] }, 2)?.via).toEqual([3]);
  });

  it('ends at its end', () => {
    expect(advanceCourse(COURSE, 4)).toBeNull();
  });

  it('waits for a ship that went elsewhere', () => {
    expect(advanceCourse(COURSE, 9)).toBe(COURSE);
  });

  it('is one of two ways, whichever was asked for first', () => {
    const way = {
      hops: [hop(2)],
      totalTurns: 3,
      totalHops: 1,
      totalToll: 0n,
      risk: 'low' as const,
      affordableHops: 1,
      etaFull: '2102-01-01T12:00:00.000Z',
    };
    const other = { ...way, totalTurns: 5 };
    const plotted = { routeId: 'r', ...way, other };
    expect(routesOf(plotted, 'turns')).toMatchObject({ turns: way, safe: other });
    expect(routesOf(plotted, otherThan('turns'))).toMatchObject({ turns: other, safe: way });
  });

  it('adds up the turns', () => {
    expect(turnsAlong(COURSE.hops)).toEqual([3, 7, 10]);
  });
});
