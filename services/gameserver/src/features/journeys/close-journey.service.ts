import { clearingAccount, walletOf } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { event, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { escrowOf, oneTransfer } from './depart-journey.service.ts';
import { noteTurns, unpackShip } from './freight.repository.ts';
import type { JourneyRow } from './journey.repository.ts';
import { lockJourney, writeState } from './journey.repository.ts';
import { holdingChanged, journeyNews } from './journey-news.ts';

interface PackedRow {
  readonly userId: string;
  readonly turns: number;
  readonly shipId: string;
  readonly callsign: string | null;
}

const lockTraveller = (sql: Parameters<typeof lockJourney>[0], { id, playerId }: JourneyRow) => sql<
  PackedRow[]
>`
  SELECT p.user_id, p.callsign, (j.payload::jsonb #>> '{player,turns}')::int AS turns,
         j.payload::jsonb #>> '{ship,id}' AS ship_id
  FROM players p, journeys j WHERE p.id = ${playerId} AND j.id = ${id} FOR UPDATE OF p`;

/** Closes the books of a journey that arrived: the escrow goes against what the other server owes. */
export const closeJourney = (deps: Deps, journey: JourneyRow, nowMs: number): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const escrow = escrowOf(journey.id);
    const [[traveller], [row], balanceRows] = await tx.load(
      lockTraveller(sql, journey),
      lockJourney(sql, journey.id),
      lockBalances(sql, [escrow]),
    );
    if (row?.state !== 'arrived' || traveller === undefined) {
      await tx.commit();
      return;
    }
    const credits = row.credits ?? 0n;
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...postTransfers(
          sql,
          oneTransfer(escrow, clearingAccount(journey.toRegion), credits, 'journey_close'),
          balancesOf(balanceRows),
          { nowMs, playerId: journey.playerId, regionId: null, refType: 'journey', refId: journey.id },
        ),
        sql`UPDATE players SET holding = 'away' WHERE id = ${journey.playerId} AND holding = 'leaving'`,
        writeState(sql, journey.id, 'completed', nowMs),
      ],
      [holdingChanged(traveller.userId), journeyNews(journey, 'completed')],
    );
  });

/** Takes a player back who left and did not move: ship, goods, credits and the turns of the way are his again. */
export const takeBack = (deps: Deps, journey: JourneyRow, reason: string, nowMs: number): Promise<boolean> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const escrow = escrowOf(journey.id);
    const wallet = walletOf(journey.playerId);
    const [[traveller], [row], located, balanceRows] = await tx.load(
      lockTraveller(sql, journey),
      lockJourney(sql, journey.id),
      sql<{ epoch: bigint }[]>`
        SELECT epoch FROM player_locations WHERE player_id = ${journey.playerId} FOR UPDATE`,
      lockBalances(sql, [escrow, wallet]),
    );
    // On the hub the location itself is the proof that he did not move.
    const hasMoved = deps.config.regional === null && (located[0]?.epoch ?? 0n) !== journey.epoch;
    if (row?.state !== 'departed' || traveller === undefined || row.payload === null || hasMoved) {
      await tx.commit();
      return false;
    }
    const turns = traveller.turns + (row.cost ?? 0);
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...unpackShip(sql, row.payload, null),
        sql`UPDATE players SET holding = 'here', active_ship_id = ${traveller.shipId}, turns = ${turns}, rev = rev + 1
            WHERE id = ${journey.playerId}`,
        noteTurns(sql, journey.playerId, {
          spent: 0,
          granted: turns,
          after: turns,
          journeyId: journey.id,
          nowMs,
        }),
        ...postTransfers(
          sql,
          oneTransfer(escrow, wallet, row.credits ?? 0n, 'journey_refund'),
          balancesOf(balanceRows),
          { nowMs, playerId: journey.playerId, regionId: null, refType: 'journey', refId: journey.id },
        ),
        writeState(sql, journey.id, 'returned', nowMs, reason),
      ],
      [
        event(sectorChannel(journey.fromSectorId), 'sector.updated', {
          sectorId: journey.fromSectorId,
          parts: ['contacts'],
        }),
        holdingChanged(traveller.userId),
        journeyNews(journey, 'returned', { reason }),
      ],
    );
    return true;
  });
