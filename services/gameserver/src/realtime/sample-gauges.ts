import type { Database } from '@sw/db';
import type { Metrics } from '@sw/service-kit';
import type { Hub } from './hub.ts';

/** Takes the values that are states, not happenings: connections in use, players by region. */
export const sampleGauges = (
  metrics: Metrics,
  db: Pick<Database, 'stats'>,
  hub: Pick<Hub, 'playersByRegion'>,
): void => {
  metrics.database.poolInUse.set(db.stats().inUse);
  metrics.players.online.reset();
  for (const [region, players] of hub.playersByRegion()) metrics.players.online.set({ region }, players);
};
