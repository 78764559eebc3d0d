import type { Deps } from '../../deps.ts';
import { findPlayer, findWallet } from '../player/index.ts';
import { findDesk, findFleet, findFleetCargo } from './fleet.repository.ts';
import type { FleetState } from './fleet-state.ts';
import { fleetStateOf } from './fleet-state.ts';

/** All ships of a player as they stand now; nothing is locked or written. */
export const readFleet = async (deps: Deps, playerId: string, nowMs: number): Promise<FleetState> => {
  const [players, ships, cargo, desks, wallets] = await deps.db.snapshot((tx) =>
    tx.load(
      findPlayer(tx.sql, playerId),
      findFleet(tx.sql, playerId),
      findFleetCargo(tx.sql, playerId),
      findDesk(tx.sql, playerId),
      findWallet(tx.sql, playerId),
    ),
  );
  return fleetStateOf(
    deps.atlas(),
    { player: players[0], ships, cargo, desk: desks[0], credits: wallets[0]?.balance ?? 0n },
    nowMs,
  );
};
