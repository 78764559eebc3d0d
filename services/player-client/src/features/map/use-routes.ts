import { isProblem, queryKeys } from '@sw/api-client';
import { useQuery } from '@tanstack/react-query';
import { useGame } from '../../app/game-context.ts';
import type { Course, Routes } from '../../courses/course-store.ts';
import { courseStore, destinationOf, otherThan, routesOf } from '../../courses/course-store.ts';

const NO_WAY: Routes = { turns: null, safe: null };

/**
 * The ways to where the course ends, from where the ship is; undefined until they are known. Plotting brings
 * them along; they are asked for only where the ship has flown on or the course was taken up again.
 */
export function useRoutes(course: Course | null, isFlying: boolean): Routes | undefined {
  const { api } = useGame();
  const to = destinationOf(course)?.to ?? null;
  const objective = course?.objective ?? 'turns';
  const via = course?.via ?? [];
  const { data } = useQuery({
    queryKey: [...queryKeys.map.all(), 'routes', course?.from ?? null, to, objective, via],
    enabled: to !== null && course?.routes === null && !isFlying,
    queryFn: async (): Promise<Routes> => {
      try {
        const plotted = await api.plot({
          body: { to: to ?? 0, objective, via: [...via], compare: otherThan(objective) },
        });
        const routes = routesOf(plotted, objective);
        const now = courseStore.getState().course;
        // The server has kept this one for the autopilot: it must be the one on the chart.
        if (now !== null && now.objective === objective && destinationOf(now)?.to === to)
          courseStore.setState({ course: { ...now, routeId: plotted.routeId, routes } });
        return routes;
      } catch (error) {
        if (isProblem(error, 'no_route')) return NO_WAY;
        throw error;
      }
    },
  });
  return to === null ? undefined : (course?.routes ?? data);
}
