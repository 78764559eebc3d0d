import { describe, expect, it } from 'vitest';
import type { Course, Hop } from './course-store.ts';
import { advanceCourse, turnsAlong } from './course-store.ts';

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
};

describe('course', () => {
  it('loses the hops behind the ship, and the stored route with them', () => {
    const after = advanceCourse(COURSE, 3);
    expect(after?.hops.map(({ to }) => to)).toEqual([4]);
    expect(after?.routeId).toBeNull();
    expect(after?.from).toBe(3);
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

  it('adds up the turns', () => {
    expect(turnsAlong(COURSE.hops)).toEqual([3, 7, 10]);
  });
});
