import { createHash } from 'node:crypto';
import type { BodyOf } from '@sw/contracts';
import type { INTERNAL_ENDPOINTS } from '@sw/contracts/internal';
import type { JourneyState } from '@sw/rules';
import { clearingAccount, isJourneyOver, regionAccount, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, openAccounts, postTransfers } from '../../ledger/post.ts';
import { membership } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { findCharts, learnArrival, writeLearned } from '../knowledge/index.ts';
import { oneTransfer } from './depart-journey.service.ts';
import { noteTurns, unpackPlayer, unpackShip } from './freight.repository.ts';
import { lockJourney, writeState } from './journey.repository.ts';
import { holdingChanged, journeyNews } from './journey-news.ts';
import { hubAddress } from './region-address.ts';

type Freight = BodyOf<(typeof INTERNAL_ENDPOINTS)['arriveJourney']>;

/** The freight must be what its hash says, and the one this journey was told before, if it was. */
const assertFreight = (
  row: { readonly playerId: string; readonly epoch: bigint; readonly payloadSha256: Uint8Array | null },
  freight: Freight,
  epoch: bigint,
): void => {
  const hash = createHash('sha256').update(freight.payload).digest();
  const isSame =
    hash.toString('hex') === freight.sha256 &&
    row.playerId === freight.playerId &&
    BigInt(freight.epoch) === epoch &&
    (row.payloadSha256 === null || hash.equals(row.payloadSha256));
  if (!isSame) throw new AppError('idempotency_mismatch');
};

/**
 * The point of no return of a journey to the hub: the location moves if it is still the one the journey began with, and
 * the hub keeps the freight. Refuses `invalid_state` when the place was given back, or somebody else moved him.
 */
export const moveToHub = (deps: Deps, id: string, freight: Freight, nowMs: number) =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [[row], located] = await tx.load(
      lockJourney(sql, id),
      sql<{ epoch: bigint }[]>`
        SELECT epoch FROM player_locations WHERE player_id = ${freight.playerId} FOR UPDATE`,
    );
    if (row === undefined || row.direction !== 'in')
      throw new AppError('invalid_state', { state: 'unknown' });
    assertFreight(row, freight, row.epoch);
    if (row.state !== 'reserved') {
      if (row.state === 'returned') throw new AppError('invalid_state', { state: row.state });
      await tx.commit();
      return { state: row.state };
    }
    const isOver = row.reservedUntil !== null && nowMs >= row.reservedUntil.getTime();
    if (isOver || located[0]?.epoch !== row.epoch) throw new AppError('invalid_state', { state: row.state });
    await tx.commit(
      sql`UPDATE player_locations SET region_id = NULL, epoch = epoch + 1
          WHERE player_id = ${row.playerId} AND epoch = ${row.epoch}`,
      sql`UPDATE journeys SET payload = ${freight.payload}, payload_sha256 = ${Buffer.from(freight.sha256, 'hex')}
          WHERE id = ${id}`,
      writeState(sql, id, 'moved', nowMs),
    );
    return { state: 'moved' as const };
  });

/**
 * Takes a player in, in one transaction and once (rule book, platform 8.4): he and his ship under their ids, the wallet
 * from what the other server owes, the toll to the treasury. An epoch that is not later than the one here is refused.
 */
export const arriveJourney = (deps: Deps, id: string, freight: Freight, nowMs: number) =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const { playerId, payload } = freight;
    const wallet = walletOf(playerId);
    const [players, [row], charts, balanceRows] = await tx.load(
      sql<{ epoch: bigint }[]>`SELECT epoch FROM players WHERE id = ${playerId} FOR UPDATE`,
      lockJourney(sql, id),
      findCharts(sql, playerId),
      lockBalances(sql, [wallet]),
    );
    if (row === undefined || row.direction !== 'in')
      throw new AppError('invalid_state', { state: 'unknown' });
    const next = row.epoch + 1n;
    if (row.state === 'arrived' || row.state === 'completed') {
      if (row.payloadSha256 !== null) assertFreight(row, freight, row.epoch);
      await tx.commit();
      return { state: row.state };
    }
    assertFreight(row, freight, row.epoch);
    const expected: JourneyState = deps.config.regional === null ? 'moved' : 'reserved';
    if (row.state !== expected) throw new AppError('invalid_state', { state: row.state });
    if (players[0] !== undefined && players[0].epoch >= next)
      throw new AppError('invalid_state', { state: 'stale' });
    const atlas = deps.atlas();
    const target = atlas.sector(row.toSectorId);
    if (target === undefined) throw new AppError('dependency_unavailable');
    const facts = JSON.parse(payload) as { player: { turns: number; user_id: string; rev: number } };
    const balances = balancesOf(balanceRows);
    const clearing = clearingAccount(row.fromRegion);
    const learned = learnArrival(
      atlas,
      charts,
      target.id,
      target.warps.filter((w) => !w.isHidden).map((w) => w.to),
    );
    const { turns } = facts.player;
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...unpackPlayer(sql, payload, next),
        ...unpackShip(sql, payload, { sectorId: target.id, regionId: target.region.id }),
        noteTurns(sql, playerId, { spent: 0, granted: turns, after: turns, journeyId: id, nowMs }),
        openAccounts(sql, [wallet]),
        ...postTransfers(
          sql,
          [
            ...oneTransfer(clearing, wallet, freight.credits - freight.toll, 'journey_in'),
            ...oneTransfer(clearing, regionAccount(target.region.id), freight.toll, 'link_toll'),
          ],
          new Map([[wallet, 0n], ...balances]),
          { nowMs, playerId, regionId: target.region.id, refType: 'journey', refId: id },
        ),
        ...writeLearned(sql, playerId, target.id, learned, nowMs),
        sql`UPDATE journeys SET credits = ${freight.credits}, payload_sha256 = ${Buffer.from(freight.sha256, 'hex')},
              payload = '' WHERE id = ${id}`,
        writeState(sql, id, 'arrived', nowMs),
      ],
      [
        holdingChanged(facts.player.user_id),
        membership(playerId, {
          sectorId: target.id,
          regionName: target.region.name,
          rev: facts.player.rev + 2,
        }),
        journeyNews(row, 'arrived', { place: hubAddress(target.region.name) }),
      ],
    );
    return { state: 'arrived' as const };
  });

/** The other side has closed its books; nothing more is kept of the journey than that it was. */
export const completeJourney = (deps: Deps, id: string, nowMs: number) =>
  deps.db.command(async (tx) => {
    const [[row]] = await tx.load(lockJourney(tx.sql, id));
    if (row === undefined || row.direction !== 'in')
      throw new AppError('invalid_state', { state: 'unknown' });
    if (row.state !== 'arrived' && row.state !== 'completed') {
      throw new AppError('invalid_state', { state: row.state });
    }
    await tx.commit(...(row.state === 'completed' ? [] : [writeState(tx.sql, id, 'completed', nowMs)]));
    return { state: 'completed' as const };
  });

/** Gives a place back unless the player has moved; a journey nobody heard of here has not. */
export const returnJourney = (deps: Deps, id: string, nowMs: number) =>
  deps.db.command(async (tx) => {
    const [[row]] = await tx.load(lockJourney(tx.sql, id));
    const state = row?.state ?? 'returned';
    if (row === undefined || row.direction !== 'in' || isJourneyOver(state) || state !== 'reserved') {
      await tx.commit();
      return { state };
    }
    await tx.commit(writeState(tx.sql, id, 'returned', nowMs));
    return { state: 'returned' as const };
  });
