import type { PlayerApi } from '../app/game-services.ts';
import { courseStore, setCourse } from './course-store.ts';

/**
 * Takes up the course the server keeps, after a reload of the page or on another device. A course plotted in
 * the meantime wins; without an answer there is none, and nothing is lost but the line on the chart.
 */
export async function restoreCourse(api: Pick<PlayerApi, 'getCourse'>): Promise<void> {
  if (courseStore.getState().course !== null) return;
  const answer = await api.getCourse().catch(() => null);
  const kept = answer?.course ?? null;
  if (kept === null || courseStore.getState().course !== null) return;
  // The map knows two ways of choosing; one by hops was asked for elsewhere.
  const objective = kept.objective === 'safe' ? 'safe' : 'turns';
  const { routeId, from, via, hops } = kept;
  setCourse({ routeId, objective, from, via, hops, routes: null });
}
