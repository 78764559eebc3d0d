import { isProblem, queryKeys } from '@sw/api-client';
import { useQuery } from '@tanstack/react-query';
import { useGame } from '../../app/game-context.ts';
import type { Course, Objective, Route } from '../../courses/course-store.ts';
import { courseStore, destinationOf } from '../../courses/course-store.ts';

export type Routes = Readonly<Record<Objective, Route | null>>;

/** The two ways to where the course ends, from where the ship is; undefined until both are known. */
export function useRoutes(course: Course | null, isFlying: boolean): Routes | undefined {
  const { api } = useGame();
  const to = destinationOf(course)?.to ?? null;
  const objective = course?.objective ?? 'turns';
  const via = course?.via ?? [];
  const { data } = useQuery({
    queryKey: [...queryKeys.map.all(), 'routes', course?.from ?? null, to, objective, via],
    enabled: to !== null && !isFlying,
    queryFn: async (): Promise<Routes> => {
      const plot = (objective: Objective, keep: boolean) =>
        api.plot({ body: { to: to ?? 0, objective, via: [...via], keep } }).catch((error: unknown) => {
          if (isProblem(error, 'no_route')) return null;
          throw error;
        });
      // The server keeps the route plotted last for the autopilot: that must be the one on the chart.
      const [other, chosen] = await Promise.all([
        plot(objective === 'turns' ? 'safe' : 'turns', false),
        plot(objective, true),
      ]);
      const now = courseStore.getState().course;
      if (chosen !== null && now !== null && now.objective === objective && destinationOf(now)?.to === to)
        courseStore.setState({ course: { ...now, routeId: chosen.routeId } });
      return objective === 'turns' ? { turns: chosen, safe: other } : { turns: other, safe: chosen };
    },
  });
  return to === null ? undefined : data;
}
