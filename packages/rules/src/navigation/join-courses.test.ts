import { describe, expect, it } from 'vitest';
import { joinCourses } from './join-courses.ts';
import type { CourseRisk, PlottedCourse } from './types.ts';

const leg = (from: number, to: readonly number[], risk: CourseRisk = 'low'): PlottedCourse => ({
  from,
  hops: to.map((id) => ({ to: id, warpId: id, kind: 'lane', cost: 3, hazard: 0, knownLevel: 3 })),
  totalTurns: to.length * 3,
  totalHops: to.length,
  risk,
});

describe('legs of a course', () => {
  it('become one course that costs what they cost together', () => {
    const course = joinCourses([leg(1, [2, 3]), leg(3, [2, 4, 5])]);
    expect(course).toMatchObject({ from: 1, totalTurns: 15, totalHops: 5, risk: 'low' });
    expect('hops' in course && course.hops.map(({ to }) => to)).toEqual([2, 3, 2, 4, 5]);
  });

  it('are as risky as the worst of them', () => {
    expect(joinCourses([leg(1, [2], 'medium'), leg(2, [3], 'high'), leg(3, [4])])).toMatchObject({
      risk: 'high',
    });
  });

  it('lead nowhere when there is none', () => {
    expect(joinCourses([])).toMatchObject({ code: 'already_there' });
  });

  it('are no course beyond two hundred hops, though each of them is one', () => {
    const long = Array.from({ length: 101 }, (_, index) => index + 2);
    expect(joinCourses([leg(1, long)])).toMatchObject({ totalHops: 101 });
    expect(joinCourses([leg(1, long), leg(102, long)])).toMatchObject({ code: 'no_route' });
  });
});
