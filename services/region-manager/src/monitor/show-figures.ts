import type { Deps } from '../deps.ts';
import { listAlerts } from '../store/journal.repository.ts';
import { allRegions } from '../store/regions.repository.ts';

/** Puts what the database knows into the gauges; a region that is gone leaves none behind. */
export const showFigures = async ({ db, metrics }: Pick<Deps, 'db' | 'metrics'>): Promise<void> => {
  const [regions, alerts] = await Promise.all([allRegions(db.sql), listAlerts(db.sql)]);
  for (const gauge of [
    metrics.state,
    metrics.healthy,
    metrics.cpuRatio,
    metrics.memoryRatio,
    metrics.players,
    metrics.alerts,
  ]) {
    gauge.reset();
  }
  for (const { name, state, lastSample, failCount, playersOnline } of regions) {
    metrics.state.set({ name, state }, 1);
    if (state !== 'active' && state !== 'failed') continue;
    metrics.healthy.set({ name }, state === 'active' && failCount === 0 ? 1 : 0);
    if (playersOnline !== null) metrics.players.set({ name }, playersOnline);
    if (lastSample === null) continue;
    metrics.cpuRatio.set({ name }, lastSample.cpuPct / 100);
    metrics.memoryRatio.set({ name }, lastSample.memoryPct / 100);
  }
  for (const { kind, region } of alerts) metrics.alerts.set({ kind, name: region }, 1);
};
