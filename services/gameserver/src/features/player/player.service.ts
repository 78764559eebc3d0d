import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Tx } from '@sw/db';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { entityTag } from '../../http/etag.ts';
import { findChain, presentChain } from '../first-ship/index.ts';
import { presentCargo } from './cargo.ts';
import { presentLocation } from './location.ts';
import { findActiveShip, findCargo, findPlayer, findWallet } from './player.repository.ts';
import { presentPlayer, presentShip, presentTurns, settledShipOf, settledTurnsOf } from './player-state.ts';
import { presentAlerts } from './shelter.ts';

type PlayerState = ReplyOf<(typeof PLAYER_ENDPOINTS)['getPlayerState']>;

/** Everything the cockpit shows of a player, at one moment; nothing is written. */
export const readPlayerState = (deps: Deps, playerId: string, nowMs: number): Promise<PlayerState> =>
  deps.db.snapshot((tx) => loadPlayerState(deps, tx, playerId, nowMs));

/** The same inside a transaction that is open already. */
export const loadPlayerState = async (
  deps: Deps,
  tx: Pick<Tx, 'sql' | 'load'>,
  playerId: string,
  nowMs: number,
): Promise<PlayerState> => {
  const { sql } = tx;
  const [players, ships, cargo, wallets, chains] = await tx.load(
    findPlayer(sql, playerId),
    findActiveShip(sql, playerId),
    findCargo(sql, playerId),
    findWallet(sql, playerId),
    findChain(sql, playerId),
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
    player: presentPlayer(player, nowMs),
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
    cargo: presentCargo(cargo.map(({ commodity: kind, ...rest }) => ({ kind, ...rest }))),
    location:
      ship === undefined || atlas === undefined ? null : presentLocation(atlas, ship, player.autopilotUntil),
    chain: atlas === undefined ? null : presentChain(chains[0], atlas, credits),
    alerts: ship === undefined || atlas === undefined ? [] : presentAlerts(atlas, player, ship, nowMs),
  };
};

/**
 * What the tag of a state stands for: besides the revision all that changes by itself, which is turns and
 * the repair of shields and wear of the ship.
 */
export const stateTag = ({ player, rev, turns, ship, location, alerts }: PlayerState): string =>
  entityTag(
    'state',
    player.id,
    rev,
    turns.turns,
    ship?.hull ?? 0,
    ship?.shields ?? 0,
    ship?.conditionMilli ?? 0,
    location?.autopilotUntil ?? '',
    player.newcomerUntil ?? '',
    alerts.length,
  );

/** The turn pool of a player as it stands now. */
export const readTurns = async (
  deps: Deps,
  playerId: string,
  nowMs: number,
): Promise<ReplyOf<(typeof PLAYER_ENDPOINTS)['getTurns']>> => {
  const [player] = await findPlayer(deps.db.sql, playerId);
  if (player === undefined) throw new AppError('not_found');
  return presentTurns(settledTurnsOf(player, nowMs));
};
