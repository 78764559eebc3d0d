import type { AccountId, LedgerTransfer } from '@sw/rules';
import { applyMove, checkMove, escrowAccount, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { assertAllowed } from '../../http/command.ts';
import { balancesOf, lockBalances, openAccounts, postTransfers } from '../../ledger/post.ts';
import { event, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import { moveContextOf, moveStateOf } from '../courses/index.ts';
import { findCharts, findKnownWarps, knowledgeOf } from '../knowledge/index.ts';
import { lockActiveShip, lockPlayer, settledTurnsOf, writeTurns } from '../player/index.ts';
import { clearFreight, noteTurns, packFreight } from './freight.repository.ts';
import type { JourneyRow } from './journey.repository.ts';
import { lockJourney, writeState } from './journey.repository.ts';
import { holdingChanged, journeyNews } from './journey-news.ts';

export const escrowOf = (journeyId: string): AccountId => escrowAccount('journey', journeyId);

/** One transfer as a list, none of nothing. */
export const oneTransfer = (
  from: AccountId,
  to: AccountId,
  amount: bigint,
  reason: LedgerTransfer['reason'],
): LedgerTransfer[] => (amount > 0n ? [{ from, to, amount, reason }] : []);

/**
 * The player leaves, in one transaction (rule book, platform 8.4): everything is checked anew, the turns are spent, the
 * whole wallet with the toll in it goes into an escrow, and he is frozen with ship and goods inside the journey.
 *
 * Refuses whatever a move refuses; then nothing has happened.
 */
export const departJourney = (deps: Deps, id: string, nowMs: number): Promise<void> =>
  deps.db.command(async (tx) => {
    const { sql } = tx;
    const [[known]] = await tx.load(lockJourneyPlayer(sql, id));
    const playerId = known?.playerId ?? '';
    const wallet = walletOf(playerId);
    const [players, ships, charts, warps, journeys, balanceRows] = await tx.load(
      lockPlayer(sql, playerId),
      lockActiveShip(sql, playerId),
      findCharts(sql, playerId),
      findKnownWarps(sql, playerId),
      lockJourney(sql, id),
      lockBalances(sql, [wallet]),
    );
    const [player] = players;
    const [ship] = ships;
    const [journey] = journeys;
    if (journey?.state !== 'reserved') {
      await tx.commit();
      return;
    }
    if (player === undefined || ship === undefined || player.holding !== 'here')
      throw new AppError('in_transit');
    if (ship.sectorId !== journey.fromSectorId) throw new AppError('position_changed');
    if (ship.towShipId !== null) throw new AppError('ship_cannot_move', { why: 'towing' });
    const atlas = deps.atlas();
    const balances = balancesOf(balanceRows);
    const credits = balances.get(wallet) ?? 0n;
    const toll = journey.toll ?? 0n;
    const state = moveStateOf(
      atlas,
      { player, ship, credits, entry: { ingress: 'open', toll } },
      knowledgeOf(atlas, charts, warps),
      journey.toSectorId,
      nowMs,
    );
    const command = {
      to: journey.toSectorId,
      maxToll: journey.maxToll ?? 0n,
      ...(journey.maxCost === null ? {} : { maxCost: journey.maxCost }),
    };
    const context = moveContextOf(deps.random, nowMs);
    assertAllowed(checkMove(state, command, context));
    const { cost, turns } = applyMove(state, command, context);
    const settled = settledTurnsOf(player, nowMs);
    const escrow = escrowOf(id);
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [
        ...writeTurns(sql, {
          playerId,
          before: settled.before,
          after: turns,
          spent: cost,
          reason: 'move',
          refType: 'journey',
          refId: id,
          regionId: ship.regionId,
          nowMs,
        }),
        openAccounts(sql, [escrow]),
        ...postTransfers(
          sql,
          oneTransfer(wallet, escrow, credits, 'journey_out'),
          new Map([...balances, [escrow, 0n]]),
          { nowMs, playerId, regionId: ship.regionId, refType: 'journey', refId: id },
        ),
        packFreight(sql, id, playerId),
        sql`UPDATE journeys SET state = 'departed', credits = ${credits}, cost = ${cost}, attempts = 0,
              updated_at = ${new Date(nowMs)}, due_at = ${new Date(nowMs)} WHERE id = ${id}`,
        ...clearFreight(sql, id, playerId, ship.id),
        noteTurns(sql, playerId, { spent: turns.turns, granted: 0, after: 0, journeyId: id, nowMs }),
      ],
      [
        event(sectorChannel(ship.sectorId), 'presence.left', {
          playerId,
          shipId: ship.id,
          name: player.callsign ?? '',
          to: null,
        }),
        holdingChanged(player.userId),
        journeyNews(journey, 'departed'),
      ],
    );
  });

const lockJourneyPlayer = (sql: Parameters<typeof lockJourney>[0], id: string) =>
  sql<Pick<JourneyRow, 'playerId'>[]>`SELECT player_id FROM journeys WHERE id = ${id}`;

/** What ends a journey before it left. */
export const rejectJourney = (
  deps: Deps,
  journey: JourneyRow,
  reason: string,
  nowMs: number,
): Promise<void> =>
  deps.db.command(async (tx) => {
    const [[row]] = await tx.load(lockJourney(tx.sql, journey.id));
    if (row?.state !== 'requested' && row?.state !== 'reserved') {
      await tx.commit();
      return;
    }
    await saveAndTell(
      deps,
      tx,
      nowMs,
      [writeState(tx.sql, journey.id, 'rejected', nowMs, reason)],
      [journeyNews(journey, 'rejected', { reason })],
    );
  });
