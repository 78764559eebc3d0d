import { moveTraffic } from '../features/traffic/index.ts';
import type { JobDefinition } from './job-definition.ts';

/** Flies ships without players where somebody is near enough to meet them. */
export const npcMoverJob: JobDefinition = {
  name: 'npc.mover',
  cron: '* * * * *',
  limitS: 120,
  run: async (deps, nowMs) => {
    const round = await moveTraffic(deps, nowMs);
    if (round.moved + round.traded > 0) deps.logger.debug(round, 'traffic.moved');
  },
};
