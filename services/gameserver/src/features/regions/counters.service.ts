import type { BodyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { findGovernance, findRegion, findRegionZones } from './region.repository.ts';
import type { RegionOrders } from './region-orders.presenter.ts';
import { presentOrders } from './region-orders.presenter.ts';

type Counters = BodyOf<(typeof INTERNAL_ENDPOINTS)['postRegionCounters']>;

/**
 * Takes over the counters of a region, absolute values each, and answers everything its server has to apply (rule book,
 * platform 8.1).
 */
export const takeCounters = async (
  deps: Deps,
  name: string,
  counters: Counters,
  nowMs: number,
): Promise<RegionOrders> => {
  const [region] = await findRegion(deps.db.sql, name);
  if (region === undefined || region.kind !== 'player_owned') throw new AppError('not_found');
  const [, zones, governance] = await deps.db.write((sql) => [
    sql`UPDATE regions SET online_players = ${counters.onlinePlayers}, active_players = ${counters.activePlayers7d},
          active_players_30d = ${counters.activePlayers30d}, trade_volume_30d = ${counters.tradeVolume30d},
          instance_version = ${counters.instanceVersion}, counted_at = ${new Date(nowMs)}
        WHERE id = ${region.id}`,
    findRegionZones(sql, region.id),
    findGovernance(sql, region.id),
  ]);
  const [decided] = governance;
  if (decided === undefined) throw new Error(`region ${name} has no governance`);
  return presentOrders(deps.atlas(), region, zones, decided);
};
