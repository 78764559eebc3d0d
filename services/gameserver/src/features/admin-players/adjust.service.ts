import type { ADMIN_ENDPOINTS } from '@sw/contracts/admin';
import type { LedgerTransfer } from '@sw/rules';
import { BURN, grantTurns, MAX_BALANCE, MINT, spendTurns, turnCap, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { runAdminCommand } from '../../http/admin-command.ts';
import { assertVersion } from '../../http/if-match.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { PlayerRow } from '../player/index.ts';
import { lockPlayer, presentTurns, raiseRevision, settledTurnsOf, writeTurns } from '../player/index.ts';

type Endpoints = typeof ADMIN_ENDPOINTS;

/** The player an act is about: known, not the operator's own, of the state he looked at, and played here. */
export const subjectOf = (
  rows: readonly PlayerRow[],
  context: { readonly caller: { readonly userId: string }; readonly ifMatch: string | undefined },
): PlayerRow => {
  const [player] = rows;
  if (player === undefined) throw new AppError('not_found');
  if (player.userId === context.caller.userId) throw new AppError('own_persona');
  assertVersion(context.ifMatch, Number(player.rev));
  return player;
};

const assertPlays = (player: PlayerRow): void => {
  if (player.holding !== 'here' || player.firstLoginState !== 'completed')
    throw new AppError('invalid_state');
};

/** Moves credits between the wallet and nowhere, by the ledger of the game (rule book, platform 13). */
export const adjustCredits = (
  deps: Deps,
  context: RequestContext<Endpoints['adjustCredits']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'players.credits', async ({ sql, load }) => {
    const { nowMs } = context;
    const wallet = walletOf(context.params.id);
    const [rows, balances, halts] = await load(
      lockPlayer(sql, context.params.id),
      lockBalances(sql, [wallet]),
      findReadOnlyFlag(sql),
    );
    const player = subjectOf(rows, context);
    assertPlays(player);
    if (halts[0]?.isReadOnly === true) throw new AppError('economy_read_only');
    const before = balances[0]?.balance ?? 0n;
    const wanted = before + BigInt(context.body.delta);
    const after = wanted < 0n ? 0n : wanted > MAX_BALANCE ? MAX_BALANCE : wanted;
    const amount = after > before ? after - before : before - after;
    const transfers: LedgerTransfer[] =
      amount === 0n
        ? []
        : after > before
          ? [{ from: MINT, to: wallet, amount, reason: 'admin_grant' }]
          : [{ from: wallet, to: BURN, amount, reason: 'admin_seize' }];
    const rev = Number(player.rev) + 1;
    const trail = {
      nowMs,
      playerId: player.id,
      regionId: null,
      refType: 'admin',
      refId: context.caller.userId,
    };
    return {
      resourceType: 'player',
      resourceId: player.id,
      severity: 'high',
      before: { credits: String(before) },
      after: { credits: String(after) },
      writes: [raiseRevision(sql, player.id), ...postTransfers(sql, transfers, balancesOf(balances), trail)],
      events: [event(playerChannel(player.id), 'player.state_changed', { rev, credits: after })],
      reply: { before: Number(before), after: Number(after), rev },
    };
  });

/** Gives turns or takes them, settled first, by the turn ledger. */
export const adjustTurns = (
  deps: Deps,
  context: RequestContext<Endpoints['adjustTurns']>,
): Promise<RawReply> =>
  runAdminCommand(deps, context, 'players.turns', async ({ sql, load }) => {
    const { nowMs } = context;
    const { delta } = context.body;
    const [rows] = await load(lockPlayer(sql, context.params.id));
    const player = subjectOf(rows, context);
    assertPlays(player);
    const settled = settledTurnsOf(player, nowMs);
    const taken = delta < 0 ? Math.min(-delta, settled.state.turns) : 0;
    const given = Math.max(delta, 0);
    const after = given > 0 ? grantTurns(settled.state, given) : spendTurns(settled.state, taken);
    const rev = Number(player.rev) + 1;
    return {
      resourceType: 'player',
      resourceId: player.id,
      severity: 'high',
      before: { turns: settled.state.turns },
      after: { turns: after.turns },
      writes: [
        ...writeTurns(sql, {
          playerId: player.id,
          before: settled.before,
          after,
          spent: taken,
          granted: given,
          reason: 'admin',
          refType: 'admin',
          refId: context.caller.userId,
          regionId: null,
          nowMs,
        }),
      ],
      events: [
        event(playerChannel(player.id), 'player.state_changed', {
          rev,
          turns: presentTurns({
            state: after,
            cap: turnCap(player.rankLevel),
            multiplierBp: settled.multiplierBp,
          }),
        }),
      ],
      reply: { before: settled.state.turns, after: after.turns, rev },
    };
  });

const HOUR_MS = 3_600_000;

/** Keeps a player from writing, or lets him write again. */
export const mutePlayer = (deps: Deps, context: RequestContext<Endpoints['mutePlayer']>): Promise<RawReply> =>
  runAdminCommand(deps, context, 'players.mute', async ({ sql, load }) => {
    const [rows] = await load(lockPlayer(sql, context.params.id));
    const player = subjectOf(rows, context);
    const { hours } = context.body;
    const until = hours === 0 ? null : new Date(context.nowMs + hours * HOUR_MS);
    return {
      resourceType: 'player',
      resourceId: player.id,
      severity: 'warning',
      before: { mutedUntil: player.mutedUntil?.toISOString() ?? null },
      after: { mutedUntil: until?.toISOString() ?? null },
      writes: [sql`UPDATE players SET muted_until = ${until}, rev = rev + 1 WHERE id = ${player.id}`],
      reply: { mutedUntil: until?.toISOString() ?? null, rev: Number(player.rev) + 1 },
    };
  });
