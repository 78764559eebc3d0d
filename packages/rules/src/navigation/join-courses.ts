import type { Refusal } from '../refusal.ts';
import { refuse } from '../refusal.ts';
import { MAX_COURSE_HOPS } from './constants.ts';
import type { CourseRisk, PlottedCourse } from './types.ts';

const RISKS: readonly CourseRisk[] = ['low', 'medium', 'high'];

/**
 * One course out of legs that follow each other (rule book, front ends P-05: waypoints). As risky as its worst leg.
 * Refuses `already_there` without any leg and `no_route` beyond 200 hops together.
 */
export function joinCourses(legs: readonly PlottedCourse[]): PlottedCourse | Refusal {
  const [first] = legs;
  if (first === undefined) {
    return refuse('already_there');
  }
  const hops = legs.flatMap((leg) => leg.hops);
  if (hops.length > MAX_COURSE_HOPS) {
    return refuse('no_route', { nearestKnown: null });
  }
  const worst = legs.reduce((most, { risk }) => Math.max(most, RISKS.indexOf(risk)), 0);
  return {
    from: first.from,
    hops,
    totalTurns: legs.reduce((sum, { totalTurns }) => sum + totalTurns, 0),
    totalHops: hops.length,
    risk: RISKS[worst] ?? 'low',
  };
}
