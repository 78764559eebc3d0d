import type { Tx } from '@sw/db';
import { BURN, walletOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { forEachApart } from '../../platform/for-each-apart.ts';
import { event, membership, playerChannel, regionsChanged, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { findCharts, learnArrival, writeLearned } from '../knowledge/index.ts';
import {
  lockActiveShip,
  lockPlayer,
  presentLocation,
  presentSectorSummary,
  presentShip,
  raiseRevision,
  settledShipOf,
  settledTurnsOf,
} from '../player/index.ts';
import { presentArrival } from '../presence/index.ts';
import { voidContracts } from '../station-contracts/index.ts';
import { carryTow } from '../towing/index.ts';
import type { Atlas, AtlasSector } from '../universe/index.ts';
import { nearestStation, writeUnlink } from '../universe/index.ts';
import { clearRegionWarehouses } from '../warehouse/index.ts';
import { berthShips, findOwnersIn, lockShipsIn, moveAdrift, moveToSector } from './evacuate.repository.ts';
import type { RegistryRow } from './region.repository.ts';
import { findRegion, insertStep, lockRegion, touchRegistry } from './region.repository.ts';

const BATCH = 100;

/** Where those go who lose their place. */
interface Refuge {
  readonly atlas: Atlas;
  /** The Nexus end of the link. */
  readonly end: AtlasSector;
  /** Where ships wait that nobody flies. */
  readonly haven: { readonly stationId: string; readonly sectorId: number; readonly regionId: string };
}

/**
 * Ends a terminated region whose world is in this database (rule book, world 4.5): everybody comes to the Nexus end of
 * the link with ship, cargo and wallet, what else he owns there to a berth nearby; stores are sold into his bank; then the link
 * is taken down. Nobody can enter meanwhile. Every step can be repeated; true when nobody is left.
 */
export const evacuateRegion = async (deps: Deps, name: string, nowMs: number): Promise<boolean> => {
  const [region] = await findRegion(deps.db.sql, name);
  if (region?.status !== 'terminated' || region.evacuatedAt !== null || region.isManaged) return false;
  const refuge = refugeOf(deps, region);
  if (refuge !== null) {
    await voidContracts(deps, region.id, nowMs);
    await clearRegionWarehouses(deps, region.id, nowMs);
    await evacuateOwners(deps, region, refuge, nowMs);
  }
  return deps.db.command((tx) => finish(deps, tx, region.name, refuge, nowMs));
};

/** Null for a region that never was part of the galaxy: nobody can be there. */
const refugeOf = (deps: Deps, { nexusSectorId }: RegistryRow): Refuge | null => {
  const atlas = deps.atlas();
  const end = nexusSectorId === null ? undefined : atlas.sector(nexusSectorId);
  if (end === undefined) return null;
  const near = nearestStation(atlas, end.id, () => true);
  if (near === null) throw new Error('the Nexus has no station');
  return {
    atlas,
    end,
    haven: { stationId: near.station.id, sectorId: near.sector.id, regionId: near.sector.region.id },
  };
};

const evacuateOwners = async (
  deps: Deps,
  region: RegistryRow,
  refuge: Refuge,
  nowMs: number,
): Promise<void> => {
  let after: string | null = null;
  for (;;) {
    const owners: readonly { ownerId: string }[] = await findOwnersIn(deps.db.sql, region.id, after, BATCH);
    await forEachApart(deps, 'region_evacuation', owners, ({ ownerId }) =>
      deps.db.command((tx) => evacuateOwner(deps, tx, { region, refuge, ownerId, nowMs })),
    );
    after = owners.at(-1)?.ownerId ?? null;
    if (owners.length < BATCH || after === null) return;
  }
};

interface Evacuation {
  readonly region: RegistryRow;
  readonly refuge: Refuge;
  readonly ownerId: string;
  readonly nowMs: number;
}

const evacuateOwner = async (
  deps: Deps,
  tx: Tx,
  { region, refuge, ownerId, nowMs }: Evacuation,
): Promise<void> => {
  const { sql } = tx;
  const { atlas, end, haven } = refuge;
  const [[player], [active], ships, charts] = await tx.load(
    lockPlayer(sql, ownerId),
    lockActiveShip(sql, ownerId),
    lockShipsIn(sql, region.id, ownerId),
    findCharts(sql, ownerId),
  );
  if (player === undefined) return;
  const isAboard = active?.regionId === region.id;
  const tow = isAboard ? await carryTow(tx, atlas, active, end, nowMs) : [];
  const parked = ships
    .map(({ id }) => id)
    .filter((id) => !isAboard || (id !== active.id && id !== active.towShipId));
  const berthing = parked.length === 0 ? [] : [berthShips(sql, parked, haven, nowMs)];
  const rev = Number(player.rev) + 1;
  if (!isAboard) {
    await saveAndTell(deps, tx, nowMs, [raiseRevision(sql, ownerId), ...berthing], []);
    return;
  }
  const exits = end.warps
    .filter((warp) => !warp.isHidden && warp.kind !== 'nexus_link')
    .map((warp) => warp.to);
  const learned = learnArrival(atlas, charts, end.id, exits);
  const after = {
    ...active,
    sectorId: end.id,
    regionId: end.region.id,
    status: 'in_space' as const,
    stationId: null,
    dockedAt: null,
    version: active.version + 1,
  };
  const { shields, condition } = settledShipOf(active, end.type, nowMs);
  const own = playerChannel(ownerId);
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      raiseRevision(sql, ownerId),
      moveToSector(sql, active.id, end.id, end.region.id),
      ...tow,
      ...berthing,
      ...writeLearned(sql, ownerId, end.id, learned, nowMs),
    ],
    [
      event(sectorChannel(active.sectorId), 'presence.left', {
        playerId: ownerId,
        shipId: active.id,
        name: player.callsign ?? '',
        to: null,
      }),
      membership(ownerId, { sectorId: end.id, regionName: end.region.name, rev }),
      event(
        sectorChannel(end.id),
        'presence.entered',
        presentArrival(player, active, 'in_space', null, nowMs),
      ),
      event(own, 'player.state_changed', {
        rev,
        location: presentLocation(atlas, after, null),
        ship: presentShip(after, {
          hull: active.hull,
          shields: shields.shields,
          conditionMilli: condition.conditionMilli,
          version: after.version,
        }),
      }),
      event(own, 'player.moved', {
        sector: presentSectorSummary(end),
        turns: settledTurnsOf(player, nowMs).state.turns,
        cause: 'admin',
      }),
    ],
  );
};

/** Takes the link down when the last ship has left; false while somebody is still there. */
const finish = async (
  deps: Deps,
  tx: Tx,
  name: string,
  refuge: Refuge | null,
  nowMs: number,
): Promise<boolean> => {
  const { sql } = tx;
  const [, [region], crew] = await tx.load(
    touchRegistry(sql),
    lockRegion(sql, name),
    sql<{ id: string }[]>`
      SELECT n.id FROM npc_ships n JOIN regions r ON r.id = n.region_id WHERE r.name = ${name} ORDER BY n.id FOR UPDATE OF n`,
  );
  if (region?.status !== 'terminated' || region.evacuatedAt !== null) return false;
  const [left] = await tx.load(findOwnersIn(sql, region.id, null, 1));
  if (left.length > 0) return false;
  const wallets = crew.map(({ id }) => walletOf(id));
  const [rows] = await tx.load(lockBalances(sql, wallets));
  const { gatewaySectorId, nexusSectorId } = region;
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      sql`DELETE FROM npc_ships WHERE region_id = ${region.id}`,
      // What traders without players still had goes where they had it from.
      ...postTransfers(
        sql,
        rows
          .filter(({ balance }) => balance > 0n)
          .map(({ id, balance }) => ({ from: id, to: BURN, amount: balance, reason: 'npc_surplus' })),
        balancesOf(rows),
        { nowMs, playerId: null, regionId: region.id, refType: 'region', refId: region.id },
      ),
      ...(refuge === null
        ? []
        : moveAdrift(sql, region, { sectorId: refuge.end.id, regionId: refuge.end.region.id })),
      ...(gatewaySectorId === null || nexusSectorId === null
        ? []
        : [writeUnlink(sql, gatewaySectorId, nexusSectorId)]),
      sql`UPDATE regions SET evacuated_at = ${new Date(nowMs)}, purge_after = terminated_at + interval '7 days'
          WHERE id = ${region.id}`,
      insertStep(sql, region.id, nowMs, { step: 'evacuated', outcome: 'done' }),
    ],
    [regionsChanged(name)],
  );
  return true;
};
