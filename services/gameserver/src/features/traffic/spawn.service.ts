import type { RandomStream } from '@sw/rules';
import {
  effectiveStats,
  NPC_CAPITAL,
  npcPause,
  PATROL_HULL,
  PATROLLED_FROM_POLICING,
  patrolName,
  START_TURNS,
  streamFromState,
  TRADER_HULLS,
  traderName,
  trafficTarget,
  walletOf,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { openAccounts, postTransfers } from '../../ledger/post.ts';
import type { AtlasRegion, AtlasSector } from '../universe/index.ts';
import type { NewNpc } from './npc.repository.ts';
import { countNpcs, insertNpcs } from './npc.repository.ts';

/** Sectors a patrol flies in: policed ones on the public net of lanes. */
export const isBeat = (sector: AtlasSector): boolean =>
  sector.zone.policing >= PATROLLED_FROM_POLICING && sector.pocketIndex === null;

/**
 * Makes the ships that are missing of the population of each region, traders with their capital. A repeated run
 * makes none twice; two at once are kept apart by the job queue.
 *
 * @returns how many were made.
 */
export const spawnTraffic = async (deps: Deps, nowMs: number): Promise<number> => {
  const counted = await countNpcs(deps.db.sql);
  const stream = streamFromState(deps.random(16));
  const atlas = deps.atlas();
  const born = atlas.regions.flatMap((region) => {
    const have = (kind: string): number =>
      counted.find((row) => row.regionId === region.id && row.kind === kind)?.n ?? 0;
    const sectors = atlas.sectorsOf(region);
    const beat = sectors.filter(isBeat);
    const target = trafficTarget(
      { sectors: sectors.length, policedSectors: beat.length },
      deps.config.npcTrafficPercent,
    );
    const patrols = have('patrol');
    return [
      ...Array.from({ length: Math.max(0, target.traders - have('trader')) }, () =>
        trader(deps, region, sectors, stream, nowMs),
      ),
      ...Array.from({ length: Math.max(0, target.patrols - patrols) }, (_, index) =>
        patrol(deps, region, beat, patrolName(region.kind === 'central_nexus', patrols + index + 1), {
          stream,
          nowMs,
        }),
      ),
    ].filter((npc) => npc !== null);
  });
  if (born.length === 0) return 0;
  const wallets = born.filter(({ kind }) => kind === 'trader').map(({ id }) => walletOf(id));
  await deps.db.write((sql) => [
    insertNpcs(sql, born, START_TURNS, nowMs),
    openAccounts(sql, wallets),
    ...postTransfers(
      sql,
      wallets.map((to) => ({ from: 'MINT', to, amount: NPC_CAPITAL, reason: 'npc_capital' })),
      new Map(wallets.map((wallet) => [wallet, 0n])),
      { nowMs, playerId: null, regionId: null, refType: 'traffic', refId: null },
    ),
  ]);
  return born.length;
};

const pick = <T>(stream: RandomStream, items: readonly T[]): T | undefined =>
  items.length === 0 ? undefined : items[stream.roll(items.length)];

/** A trader begins docked at any station of its region. */
const trader = (
  deps: Deps,
  region: AtlasRegion,
  sectors: readonly AtlasSector[],
  stream: RandomStream,
  nowMs: number,
): NewNpc | null => {
  const station = pick(
    stream,
    sectors.flatMap(({ stations, pocketIndex }) => (pocketIndex === null ? stations : [])),
  );
  const type = pick(stream, TRADER_HULLS);
  if (station === undefined || type === undefined) return null;
  return {
    id: deps.newId(),
    kind: 'trader',
    name: traderName(stream),
    type,
    regionId: region.id,
    sectorId: station.sectorId,
    stationId: station.id,
    cargoCapacity: effectiveStats({ type, upgrades: {} }).cargoCapacity,
    nextActAtMs: nowMs + npcPause(stream),
  };
};

const patrol = (
  deps: Deps,
  region: AtlasRegion,
  beat: readonly AtlasSector[],
  name: string,
  { stream, nowMs }: { readonly stream: RandomStream; readonly nowMs: number },
): NewNpc | null => {
  const sector = pick(stream, beat);
  if (sector === undefined) return null;
  return {
    id: deps.newId(),
    kind: 'patrol',
    name,
    type: PATROL_HULL,
    regionId: region.id,
    sectorId: sector.id,
    stationId: null,
    cargoCapacity: 0,
    nextActAtMs: nowMs + npcPause(stream),
  };
};
