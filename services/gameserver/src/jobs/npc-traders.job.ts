import { planTraffic, spawnTraffic } from '../features/traffic/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Keeps the number of ships without players, and gives idle traders something to carry. */
export const npcTradersJob: JobDefinition = {
  name: 'npc_traders',
  cron: '*/10 * * * *',
  isDueAtStart: true,
  run: async (deps, nowMs) => {
    const born = await spawnTraffic(deps, nowMs);
    const hauls = await planTraffic(deps, nowMs);
    if (born + hauls > 0) deps.logger.info({ born, hauls }, 'traffic.planned');
  },
};
