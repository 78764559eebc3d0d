import { isProblem, queryKeys } from '@sw/api-client';
import { useQuery } from '@tanstack/react-query';
import { useGame } from '../../app/game-context.ts';
import type { Course, Objective, Route } from '../navigation/course-store.ts';
import { destinationOf } from '../navigation/course-store.ts';

export type Routes = Readonly<Record<Objective, Route | null>>;

/** The two ways to where the course ends, from where the ship is; undefined until both are known. */
export function useRoutes(
  course: Course | null,
  avoid: readonly number[],
  isFlying: boolean,
): Routes | undefined {
  const { api } = useGame();
  const to = destinationOf(course)?.to ?? null;
  const { data } = useQuery({
    queryKey: [...queryKeys.map.all(), 'routes', course?.from ?? null, to, avoid],
    enabled: to !== null && !isFlying,
    queryFn: async (): Promise<Routes> => {
      const plot = (objective: Objective) =>
        api.plot({ body: { to: to ?? 0, objective, avoid: [...avoid] } }).catch((error: unknown) => {
          if (isProblem(error, 'no_route')) return null;
          throw error;
        });
      const [turns, safe] = await Promise.all([plot('turns'), plot('safe')]);
      return { turns, safe };
    },
  });
  return to === null ? undefined : data;
}
