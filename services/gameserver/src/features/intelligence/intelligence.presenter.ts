import { describeIntelligence, INTELLIGENCE_HOPS, intelligencePrice } from '@sw/rules';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import type { ServiceProvider } from '../services/index.ts';
import { presentService, presentServiceAction } from '../services/index.ts';
import { findIntelligence } from './intelligence.repository.ts';
import { knownAround } from './reach.ts';

/** The counter of market intelligence. */
export const presentIntelligence: ServiceProvider = async (
  deps,
  { player, station, visit, purse },
  nowMs,
) => {
  const { sql } = deps.db;
  const [bought, charts, warps] = await Promise.all([
    findIntelligence(sql, player.id, new Date(nowMs)),
    findCharts(sql, player.id),
    findKnownWarps(sql, player.id),
  ]);
  const until = bought.find(({ stationId }) => stationId === station.id)?.until ?? null;
  const state = { ...visit, wallet: purse.wallet, untilMs: until?.getTime() ?? null };
  const covered = knownAround(deps.atlas(), knowledgeOf(deps.atlas(), charts, warps), station.id);
  const price = intelligencePrice(station.serviceBp);
  return presentService('market_intelligence', {
    params: { hops: INTELLIGENCE_HOPS },
    facts: [
      { nameKey: 'fact.stations_covered', kind: 'count', value: covered.length },
      ...(until === null
        ? []
        : [{ nameKey: 'fact.valid_until', kind: 'moment' as const, value: until.toISOString() }]),
    ],
    actions: [
      presentServiceAction(describeIntelligence(state, nowMs), {
        path: `/stations/${station.id}/services/market-intelligence`,
        price: { fixed: price, perUnit: 0n, bp: 0 },
        params: { running: until === null ? 'no' : 'yes' },
        hasText: true,
      }),
    ],
  });
};
