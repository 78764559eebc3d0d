import { afterEach, describe, expect, it } from 'vitest';
import type { PlayerApi } from '../app/game-services.ts';
import type { Hop } from './course-store.ts';
import { clearCourse, courseStore, setCourse } from './course-store.ts';
import { restoreCourse } from './restore-course.ts';

const hop = (to: number): Hop => ({
  to,
  number: to,
  regionName: 'terran-space',
  name: null,
  warpId: to,
  kind: 'lane',
  cost: 3,
  toll: 0n,
  hazard: null,
  knownLevel: 1,
});
type Kept = Awaited<ReturnType<PlayerApi['getCourse']>>;
const KEPT: Kept = {
  course: {
    routeId: 'kept',
    hops: [hop(2), hop(3)],
    totalTurns: 6,
    totalHops: 2,
    totalToll: 0n,
    risk: 'low',
    affordableHops: 2,
    etaFull: '2102-11-20T14:03:00Z',
    from: 1,
    to: 3,
    via: [2],
    objective: 'safe',
    avoid: [],
  },
};
const server = (answer: () => Promise<Kept>) => ({ getCourse: answer });

describe('the course the server keeps', () => {
  afterEach(clearCourse);

  it('is on the chart again', async () => {
    await restoreCourse(server(() => Promise.resolve(KEPT)));
    expect(courseStore.getState().course).toMatchObject({
      routeId: 'kept',
      objective: 'safe',
      from: 1,
      via: [2],
    });
  });

  it('gives way to one plotted while it was asked for', async () => {
    await restoreCourse(
      server(async () => {
        setCourse({ routeId: 'new', objective: 'turns', from: 1, via: [], hops: [hop(9)], routes: null });
        return KEPT;
      }),
    );
    expect(courseStore.getState().course?.routeId).toBe('new');
  });

  it('is none where there is none, or no answer', async () => {
    await restoreCourse(server(() => Promise.resolve({ course: null })));
    await restoreCourse(server(() => Promise.reject(new Error('offline'))));
    expect(courseStore.getState().course).toBeNull();
  });
});
