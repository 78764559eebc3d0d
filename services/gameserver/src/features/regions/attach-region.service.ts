import type { BodyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { AnyStatement, Sql } from '@sw/db';
import type { RegionStatus } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, GLOBAL_CHANNEL, regionsChanged } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { writeLink } from '../universe/index.ts';
import { freeNexusEnd } from './nexus-place.ts';
import type { RegistryRow } from './region.repository.ts';
import {
  findLastWarp,
  findNexusEnds,
  insertStep,
  lockRegion,
  touchRegistry,
  writeStatus,
} from './region.repository.ts';
import { writeStub } from './remote-stub.ts';

/** Where the world of a region is served, when it is served elsewhere. */
export type RemoteWorld = BodyOf<(typeof INTERNAL_ENDPOINTS)['putRegionAttachment']>;

/** From these a region becomes active; a manager may try a failed one again. */
const ATTACHABLE: readonly RegionStatus[] = ['attaching', 'pending', 'provisioning', 'failed'];
const LINKED: readonly RegionStatus[] = ['active', 'suspended', 'grace'];

/**
 * Links a region to the Nexus and makes it active, in one transaction (rule book, world 4.5 step 5). Of a region that
 * has its link only the address of its server is taken over, so that it may be called again and again. Refuses
 * `invalid_state` `{regionStatus}` for one that is neither being made nor alive.
 */
export const attachRegion = (
  deps: Deps,
  name: string,
  remote: RemoteWorld | null,
  nowMs: number,
): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [, regions, ends, warps] = await tx.load(
      touchRegistry(sql),
      lockRegion(sql, name),
      findNexusEnds(sql),
      findLastWarp(sql),
    );
    const [region] = regions;
    if (region === undefined || region.kind !== 'player_owned') throw new AppError('not_found');
    if (remote !== null) assertFits(region, remote);
    const isLinked = LINKED.includes(region.status) && region.nexusSectorId !== null;
    if (!isLinked && !ATTACHABLE.includes(region.status)) {
      throw new AppError('invalid_state', { regionStatus: region.status });
    }
    const address = remote === null ? [] : [writeAddress(sql, region.id, remote)];
    if (isLinked) {
      await tx.commit(...address);
      return;
    }
    const link = linkOf(
      deps,
      region,
      remote,
      ends.map((end) => end.nexusSectorId),
      Number(warps[0]?.id ?? 0n),
    );
    const events: OutboxEvent[] = [
      regionsChanged(name),
      event(GLOBAL_CHANNEL, 'region.status', { regionName: name, status: 'active' }),
    ];
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...address,
        ...(remote === null ? [] : writeStub(sql, region, link.gatewaySectorId)),
        ...writeLink(sql, link),
        writeStatus(sql, region.id, 'active'),
        insertStep(sql, region.id, nowMs, { step: 'attached', outcome: 'done' }),
      ],
      events,
    );
  });

/** A world that is not the one that was registered must not become part of the galaxy. */
const assertFits = (region: RegistryRow, remote: RemoteWorld): void => {
  if (remote.sectors !== region.sectorCount) {
    throw new AppError('invalid_state', { why: 'sectors', sectors: region.sectorCount });
  }
  if (remote.gatewaySectorNumber > region.sectorCount) {
    throw new AppError('invalid_state', { why: 'gateway', sectors: region.sectorCount });
  }
};

const writeAddress = (sql: Sql, regionId: string, remote: RemoteWorld): AnyStatement =>
  sql`UPDATE regions SET endpoint = ${remote.endpoint}, service_public_key = ${remote.servicePublicKey},
        instance_version = coalesce(${remote.instanceVersion ?? null}, instance_version)
      WHERE id = ${regionId}`;

const linkOf = (
  deps: Deps,
  region: RegistryRow,
  remote: RemoteWorld | null,
  used: readonly number[],
  lastWarp: number,
) => {
  const atlas = deps.atlas();
  const nexus = atlas.regions.find(({ kind }) => kind === 'central_nexus');
  const nexusSectorId = nexus === undefined ? null : freeNexusEnd(atlas, nexus, used);
  if (nexusSectorId === null) throw new AppError('invalid_state', { why: 'no_nexus' });
  const gatewaySectorId =
    remote === null ? region.gatewaySectorId : region.firstSectorId + remote.gatewaySectorNumber - 1;
  if (gatewaySectorId === null) throw new AppError('invalid_state', { why: 'no_gateway' });
  return { regionId: region.id, gatewaySectorId, nexusSectorId, firstWarpId: lastWarp + 1 };
};
