import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Hop } from '../../courses/course-store.ts';
import { arriveAt, clearCourse, courseStore } from '../../courses/course-store.ts';
import { flightStore, flyCourse, stopFlight } from './flight.ts';

const hops = Array.from(
  { length: 10 },
  (_, index): Hop => ({
    to: index + 2,
    number: index + 2,
    regionName: 'terran-space',
    name: null,
    warpId: index,
    kind: 'lane',
    cost: 3,
    toll: 0n,
    hazard: 0,
    knownLevel: 3,
  }),
);

/** Flies up to `maxHops` hops of the course, as the server does. */
const fly = (stoppedBecause: (left: number) => string | null) =>
  vi.fn(async (options: { readonly maxHops?: number } = {}) => {
    for (const hop of (courseStore.getState().course?.hops ?? []).slice(0, options.maxHops)) arriveAt(hop.to);
    const left = courseStore.getState().course?.hops.length ?? 0;
    return { ok: true, text: `left ${left}`, stoppedBecause: left === 0 ? null : stoppedBecause(left) };
  });

describe('keeping the autopilot going', () => {
  beforeEach(() => {
    courseStore.setState({
      course: { routeId: 'r', objective: 'turns', from: 1, via: [], hops, routes: null },
    });
  });

  it('asks again until the ship has arrived', async () => {
    const engage = fly(() => 'max_hops');
    await flyCourse({ engage });
    expect(engage).toHaveBeenCalledTimes(3);
    expect(courseStore.getState().course).toBeNull();
    expect(flightStore.getState()).toMatchObject({
      isFlying: false,
      hopsFlown: 10,
      hopsTotal: 10,
      said: null,
    });
  });

  it('ends with the reason of whatever stops it', async () => {
    const engage = fly((left) => (left > 5 ? 'time_limit' : 'hull_low'));
    await flyCourse({ engage });
    expect(engage).toHaveBeenCalledTimes(2);
    expect(flightStore.getState().said).toBe('left 2');
  });

  it('ends when asked to, and says nothing of it', async () => {
    const engage = fly(() => {
      stopFlight();
      return 'max_hops';
    });
    await flyCourse({ engage });
    expect(engage).toHaveBeenCalledTimes(1);
    expect(flightStore.getState()).toMatchObject({ isFlying: false, wantsStop: false, said: null });
  });

  it('does not ask for ever when the ship does not move', async () => {
    const engage = vi.fn(async () => ({ ok: true, text: '', stoppedBecause: 'time_limit' }));
    await flyCourse({ engage });
    expect(engage).toHaveBeenCalledTimes(1);
    clearCourse();
    expect(await flyCourse({ engage })).toBeNull();
  });
});
