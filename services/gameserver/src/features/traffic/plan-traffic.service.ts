import type { Tx } from '@sw/db';
import type { HaulMarket, HopDistances } from '@sw/rules';
import {
  hopDistances,
  NPC_CAPITAL,
  NPC_CAPITAL_LOW,
  npcPause,
  npcRoom,
  planHauls,
  settleStock,
  streamFromState,
  walletOf,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { toMarketRow } from '../markets/index.ts';
import { findHaulMarkets, findNpcVolumes, lockIdleTraders, writeHauls } from './npc.repository.ts';
import { courseTo } from './npc-course.ts';
import type { NpcRow } from './npc-row.ts';

/**
 * Gives idle traders something to carry (rule book, economy 6.1), and capital to those who are nearly broke. What
 * is planned is only a wish: every trade is judged anew under its locks.
 *
 * @returns how many hauls began.
 */
export const planTraffic = (deps: Deps, nowMs: number): Promise<number> => {
  if (deps.config.npcTrafficPercent === 0) return Promise.resolve(0);
  return deps.db.command((tx) => plan(deps, tx, nowMs));
};

const plan = async (deps: Deps, tx: Tx, nowMs: number): Promise<number> => {
  const { sql } = tx;
  const [idle] = await tx.load(lockIdleTraders(sql));
  const wallets = idle.map(({ id }) => walletOf(id));
  const [markets, volumes, balanceRows] = await tx.load(
    findHaulMarkets(sql),
    findNpcVolumes(sql, nowMs),
    lockBalances(sql, wallets),
  );
  const atlas = deps.atlas();
  const moved = new Map(volumes.map((row) => [`${row.stationId} ${row.commodity}`, row.units]));
  const regionOf = (stationId: string): string | undefined =>
    atlas.sector(atlas.station(stationId)?.sectorId ?? 0)?.region.id;
  const byRegion = Map.groupBy(markets, (row) => regionOf(row.stationId));
  const hops = hopReader(deps);
  const stream = streamFromState(deps.random(16));
  const begun = [...Map.groupBy(idle, (npc) => npc.regionId)].flatMap(([regionId, crew]) => {
    const wanted = planHauls(
      (byRegion.get(regionId) ?? []).map((row): HaulMarket => {
        const { stock } = settleStock(toMarketRow(row), nowMs);
        const room = npcRoom(row.flowPerHour, moved.get(`${row.stationId} ${row.commodity}`) ?? 0);
        return { ...row, stock, room };
      }),
      hops,
      crew.length,
    );
    const free = new Set(crew);
    return wanted.flatMap((haul) => {
      const from = atlas.station(haul.fromStationId)?.sectorId ?? 0;
      const npc = nearest(free, (one) => hopDistances(atlas.graph, one.sectorId).hopsTo(from));
      const course = npc === undefined ? null : courseTo(atlas, npc, npc.sectorId, from);
      if (npc === undefined || course === null) return [];
      free.delete(npc);
      const quantity = Math.min(haul.quantity, npc.cargoCapacity);
      return [{ npcId: npc.id, haul: { ...haul, quantity }, course, nextActAtMs: nowMs + npcPause(stream) }];
    });
  });
  const balances = balancesOf(balanceRows);
  const broke = wallets.filter((wallet) => (balances.get(wallet) ?? NPC_CAPITAL) < NPC_CAPITAL_LOW);
  await tx.commit(
    ...(begun.length === 0 ? [] : [writeHauls(sql, begun)]),
    ...postTransfers(
      sql,
      broke.map((to) => ({
        from: 'MINT',
        to,
        amount: NPC_CAPITAL - (balances.get(to) ?? 0n),
        reason: 'npc_capital',
      })),
      balances,
      { nowMs, playerId: null, regionId: null, refType: 'traffic', refId: null },
    ),
  );
  return begun.length;
};

/** Public hops between stations, one search a station. */
const hopReader = (deps: Deps): ((from: string, to: string) => number) => {
  const atlas = deps.atlas();
  const known = new Map<string, HopDistances>();
  return (from, to) => {
    let reach = known.get(from);
    if (reach === undefined) {
      reach = hopDistances(atlas.graph, atlas.station(from)?.sectorId ?? 0);
      known.set(from, reach);
    }
    return reach.hopsTo(atlas.station(to)?.sectorId ?? 0);
  };
};

const nearest = (crew: ReadonlySet<NpcRow>, hopsOf: (npc: NpcRow) => number): NpcRow | undefined =>
  [...crew]
    .map((npc) => ({ npc, hops: hopsOf(npc) }))
    .filter(({ hops }) => hops !== Number.POSITIVE_INFINITY)
    .sort((a, b) => a.hops - b.hops)[0]?.npc;
