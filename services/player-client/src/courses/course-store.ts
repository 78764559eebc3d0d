import type { plot, ReplyOf } from '@sw/contracts';
import { createStore } from 'zustand/vanilla';

type Plotted = ReplyOf<typeof plot>;
export type Route = NonNullable<Plotted['other']>;
export type Hop = Route['hops'][number];
export const OBJECTIVES = ['turns', 'safe'] as const;
export type Objective = (typeof OBJECTIVES)[number];
/** The ways of reaching one end from one place. */
export type Routes = Readonly<Record<Objective, Route | null>>;

export interface Course {
  /** The server's route, while it still begins where the ship is. */
  readonly routeId: string | null;
  readonly objective: Objective;
  readonly from: number;
  /** Sectors still to pass before the end, in their order. */
  readonly via: readonly number[];
  /** Hops still ahead of the ship. */
  readonly hops: readonly Hop[];
  /** All ways to the end from `from`; null until they are asked for. */
  readonly routes: Routes | null;
}

/** The course drawn on the map and flown by `m >`, Space and the autopilot. Null: none is plotted. */
export const courseStore = createStore<{ readonly course: Course | null; readonly last: number | null }>(
  () => ({
    course: null,
    last: null,
  }),
);

/** Where the course ends, null without one. */
export const destinationOf = (course: Course | null): Hop | null => course?.hops.at(-1) ?? null;

/**
 * The course after the ship arrived in `sectorId`: hops up to there are behind it, null at the end.
 * A ship that left the course keeps it: from elsewhere it can be plotted anew.
 */
export function advanceCourse(course: Course, sectorId: number): Course | null {
  const flown = course.hops.findIndex((hop) => hop.to === sectorId);
  if (flown < 0) return course;
  const hops = course.hops.slice(flown + 1);
  const via = course.via[0] === sectorId ? course.via.slice(1) : course.via;
  return hops.length === 0 ? null : { ...course, routeId: null, from: sectorId, via, hops, routes: null };
}

/** Turns spent after each hop of a route. */
export function turnsAlong(hops: readonly Pick<Hop, 'cost'>[]): readonly number[] {
  let spent = 0;
  return hops.map(({ cost }) => {
    spent += cost;
    return spent;
  });
}

/** The objective a plotted course is compared with. */
export const otherThan = (objective: Objective): Objective => (objective === 'turns' ? 'safe' : 'turns');

/** What one request has answered about all ways to an end. */
export function routesOf({ other, ...route }: Plotted, objective: Objective): Routes {
  return objective === 'turns' ? { turns: route, safe: other } : { turns: other, safe: route };
}

/** Takes over a plotted course. */
export function setCourse(course: Course): void {
  courseStore.setState({ course, last: destinationOf(course)?.to ?? null });
}

export function clearCourse(): void {
  courseStore.setState({ course: null });
}

/** Tells the course that the ship arrived somewhere. */
export function arriveAt(sectorId: number): void {
  const { course } = courseStore.getState();
  if (course !== null) courseStore.setState({ course: advanceCourse(course, sectorId) });
}
