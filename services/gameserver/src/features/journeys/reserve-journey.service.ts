import type { BodyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { JourneyState } from '@sw/rules';
import { entryToll, ingressOf, JOURNEY_SLOT_MS } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { findEntry } from '../region-entry/index.ts';
import type { AtlasSector } from '../universe/index.ts';
import type { JourneyRow } from './journey.repository.ts';
import { insertJourney, lockJourney } from './journey.repository.ts';

type Reservation = BodyOf<(typeof INTERNAL_ENDPOINTS)['reserveJourney']>;

/**
 * Holds a place for somebody who wants to come (rule book, platform 8.4): the link must be known here, the region let
 * him in, and he must not be here already or later. Asked again it answers the same.
 *
 * Refuses `region_unavailable`, `region_closed`, `in_transit`, and `idempotency_mismatch` for another request.
 */
export const reserveJourney = (deps: Deps, id: string, wanted: Reservation, nowMs: number) =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const epoch = BigInt(wanted.epoch);
    const target = deps.atlas().sector(wanted.toSectorId);
    const source = deps.atlas().sector(wanted.fromSectorId);
    const [[known], players, located, entries] = await tx.load(
      lockJourney(sql, id),
      sql<{ epoch: bigint; holding: string }[]>`
        SELECT epoch, holding FROM players WHERE id = ${wanted.playerId} FOR UPDATE`,
      sql<{ epoch: bigint; regionName: string | null }[]>`
        SELECT l.epoch, r.name AS region_name FROM player_locations l LEFT JOIN regions r ON r.id = l.region_id
        WHERE l.player_id = ${wanted.playerId}`,
      findEntry(sql, target?.region.id ?? NOBODY, wanted.playerId),
    );
    if (known !== undefined) {
      assertSame(known, wanted);
      await tx.commit();
      return slotOf(known.state, known.toll ?? 0n, known.reservedUntil ?? new Date(nowMs));
    }
    if (target === undefined || source === undefined || !isOverLink(source, target, wanted)) {
      throw new AppError('region_unavailable', { region: wanted.toRegion, status: 'unreachable' });
    }
    const isExpected =
      deps.config.regional === null
        ? located[0]?.regionName === wanted.fromRegion && located[0].epoch === epoch
        : players[0] === undefined || (players[0].holding === 'away' && players[0].epoch <= epoch);
    if (!isExpected) throw new AppError('in_transit');
    const toll = assertEntry(target, entries[0], wanted.userId);
    const reservedUntilMs = nowMs + JOURNEY_SLOT_MS;
    await tx.commit(
      insertJourney(sql, {
        ...wanted,
        id,
        epoch,
        direction: 'in',
        peerRegionId: source.region.id,
        state: 'reserved',
        toll,
        maxToll: null,
        maxCost: null,
        reservedUntilMs,
        nowMs,
      }),
    );
    return slotOf('reserved', toll, new Date(reservedUntilMs));
  });

const NOBODY = '00000000-0000-0000-0000-000000000000';

const slotOf = (state: JourneyState, toll: bigint, until: Date) => ({
  state,
  toll,
  reservedUntil: until.toISOString(),
});

/** The region decides here, with what it knows itself; the Nexus is open to everybody. */
const assertEntry = (
  target: AtlasSector,
  entry: Awaited<ReturnType<typeof findEntry>>[number] | undefined,
  userId: string,
): bigint => {
  if (target.region.kind !== 'player_owned' || entry === undefined) return 0n;
  const isOwner = entry.ownerUserId === userId;
  const ingress = ingressOf({ ...entry, isOwner, isOutOfReach: false });
  if (ingress === 'unavailable') {
    throw new AppError('region_unavailable', { region: target.region.name, status: entry.status });
  }
  if (ingress !== 'open') throw new AppError('region_closed');
  return entryToll(entry.linkToll, isOwner);
};

/** Asked again is asked the same. */
const assertSame = (known: JourneyRow, wanted: Reservation): void => {
  const isSame =
    known.direction === 'in' &&
    known.playerId === wanted.playerId &&
    known.epoch === BigInt(wanted.epoch) &&
    known.toSectorId === wanted.toSectorId &&
    known.fromSectorId === wanted.fromSectorId;
  if (!isSame) throw new AppError('idempotency_mismatch');
};

/** Whether the way is a link this server knows, from another server to this one. */
const isOverLink = (source: AtlasSector, target: AtlasSector, wanted: Reservation): boolean =>
  source.region.isRemote &&
  !target.region.isRemote &&
  source.region.name === wanted.fromRegion &&
  target.region.name === wanted.toRegion &&
  source.warps.some((warp) => warp.to === target.id && warp.kind === 'nexus_link');
