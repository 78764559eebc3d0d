import type { OperationsOverview } from '@sw/contracts/admin';
import type { Deps } from '../../deps.ts';
import { toMoment } from '../../platform/clock.ts';
import { readAttention } from './attention.ts';
import { readLiveStats } from './live-stats.ts';
import {
  countPlayers,
  readDatabaseSize,
  readJobLag,
  readRegionStates,
  sumCredits,
} from './overview.repository.ts';
import { SLOT_MS } from './snapshot.service.ts';

const DAY_MS = 86_400_000;

/** The installation at a glance, every part from its own source; a part that fails is null and said in the log. */
export const readOverview = async (
  deps: Deps,
  jobNames: readonly string[],
  nowMs: number,
): Promise<OperationsOverview> => {
  const { sql } = deps.db;
  const now = new Date(nowMs);
  const dayStart = new Date(nowMs - (nowMs % DAY_MS));
  const dayAgo = new Date(nowMs - DAY_MS);
  const part = async <T>(name: string, read: () => Promise<T | undefined>): Promise<T | null> => {
    try {
      return (await read()) ?? null;
    } catch (error) {
      deps.logger.warn({ err: error, part: name }, 'overview.part_failed');
      return null;
    }
  };
  const [live, players, database, jobs, regions, credits, needs] = await Promise.all([
    part('live', async () => (await readLiveStats(deps, nowMs)) ?? undefined),
    part('players', async () => (await countPlayers(sql, dayStart, new Date(nowMs - 7 * DAY_MS)))[0]),
    part('database', async () => (await readDatabaseSize(sql))[0]),
    part('jobs', async () => (await readJobLag(sql, now, dayAgo))[0]),
    part('regions', async () => {
      const states = await readRegionStates(sql);
      return { up: states.filter(({ status }) => status === 'active').length, total: states.length };
    }),
    part('credits', async () => {
      const [sums] = await sumCredits(sql, dayAgo);
      if (sums === undefined || sums.slots === 0) return undefined;
      return {
        created: Math.round(sums.created),
        destroyed: Math.round(sums.destroyed),
        measuredS: (sums.slots * SLOT_MS) / 1000,
      };
    }),
    part('needs', () => readAttention(deps, jobNames, nowMs)),
  ]);
  return { at: toMoment(nowMs), live, players, database, jobs, regions, credits, needs };
};
