import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { findChain, presentChain } from '../first-ship/index.ts';
import { presentLocation } from './location.ts';
import { findActiveShip, findCargo, findPlayer, findWallet } from './player.repository.ts';
import { presentPlayer, presentShip, presentTurns, settledShipOf, settledTurnsOf } from './player-state.ts';

type PlayerState = ReplyOf<(typeof PLAYER_ENDPOINTS)['getPlayerState']>;

/** Everything the cockpit shows of a player, at one moment; nothing is written. */
export const readPlayerState = async (deps: Deps, playerId: string, nowMs: number): Promise<PlayerState> => {
  const [players, ships, cargo, wallets, chains] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findActiveShip(tx.sql, playerId),
      findCargo(tx.sql, playerId),
      findWallet(tx.sql, playerId),
      findChain(tx.sql, playerId),
    ),
  );
  const [player] = players;
  const [ship] = ships;
  if (player === undefined) throw new AppError('not_found');
  const credits = wallets[0]?.balance ?? 0n;
  const atlas = ship === undefined ? undefined : deps.atlas();
  const sector = ship === undefined ? undefined : atlas?.sector(ship.sectorId);
  const live = ship === undefined ? undefined : settledShipOf(ship, sector?.type ?? 'standard', nowMs);
  return {
    rev: Number(player.rev),
    serverTime: new Date(nowMs).toISOString(),
    player: presentPlayer(player),
    turns: presentTurns(settledTurnsOf(player, nowMs)),
    credits,
    ship:
      ship === undefined || live === undefined
        ? null
        : presentShip(ship, {
            hull: ship.hull,
            shields: live.shields.shields,
            conditionMilli: live.condition.conditionMilli,
          }),
    cargo: cargo.map((row) => ({ ...row, commodity: row.commodity as 'ore' })),
    location:
      ship === undefined || atlas === undefined ? null : presentLocation(atlas, ship, player.autopilotUntil),
    chain: atlas === undefined ? null : presentChain(chains[0], atlas, credits),
    alerts: [],
  };
};
