import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import {
  describeClaim,
  describeLoaner,
  describeRescue,
  hasFreeRescue,
  LOANER_WINDOW_MS,
  LOANERS_PER_WINDOW,
  MAX_SHIPS,
} from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { settledTurnsOf } from '../player/index.ts';
import { derelictOf } from './claim.service.ts';
import { findAnyShip, findDerelictsNear, findLoansSince } from './fleet.repository.ts';
import type { FleetState } from './fleet-state.ts';
import { fleetEntryOf } from './fleet-state.ts';
import { nearestDealer } from './nearest-dealer.ts';
import { loanStateOf } from './pod.service.ts';
import { presentFleetShip, presentOwnShip } from './present-fleet.ts';
import { readFleet } from './read-fleet.ts';
import { findHistory, findRegistered } from './registry.repository.ts';

type List = ReplyOf<(typeof PLAYER_ENDPOINTS)['listShips']>;

/** The ships of a player, what drifts beside him, and the ways out of a pod. */
export const readShips = async (deps: Deps, playerId: string, nowMs: number): Promise<List> => {
  const state = await readFleet(deps, playerId, nowMs);
  const atlas = deps.atlas();
  const near = await findDerelictsNear(deps.db.sql, playerId);
  const turns = settledTurnsOf(state.player, nowMs);
  return {
    items: [...state.entries.values()].map((entry) => presentFleetShip(atlas, state, entry)),
    used: state.owner.shipCount,
    max: MAX_SHIPS,
    derelicts: near.map((row) => {
      const derelict = derelictOf(fleetEntryOf(atlas, row, null, [], nowMs), playerId);
      const action = presentAction(describeClaim(derelict, state.active.ship, state.owner, turns, nowMs));
      return {
        id: row.id,
        type: row.type,
        name: row.name,
        registration: row.registration,
        since: new Date(derelict.sinceMs).toISOString(),
        isOwn: derelict.isFormerOwner,
        cost: action.cost.credits ?? 0n,
        action,
      };
    }),
    pod: state.active.row.type === 'escape_pod' ? await readPod(deps, state) : null,
  };
};

const readPod = async (deps: Deps, state: FleetState): Promise<NonNullable<List['pod']>> => {
  const { player, active, owner, nowMs } = state;
  const [loans, [bank]] = await Promise.all([
    findLoansSince(deps.db.sql, player.id, new Date(nowMs - LOANER_WINDOW_MS)),
    deps.db.sql<{ balance: bigint }[]>`SELECT balance FROM ledger_accounts WHERE id = ${`bank:${player.id}`}`,
  ]);
  const dealer = nearestDealer(deps.atlas(), active.row.sectorId);
  const freeUntil = player.assistedUntil;
  const isFree = hasFreeRescue(freeUntil?.getTime() ?? null, nowMs);
  return {
    rescue: presentAction(describeRescue(active.ship, owner, settledTurnsOf(player, nowMs), isFree)),
    freeUntil: isFree ? (freeUntil?.toISOString() ?? null) : null,
    rescueTo:
      dealer === null
        ? null
        : {
            stationName: dealer.station.name,
            sectorNumber: dealer.sector.number,
            hops: dealer.hops,
          },
    loaner: presentAction(describeLoaner(loanStateOf(state, bank?.balance ?? 0n, loans), nowMs)),
    loansLeft: Math.max(0, LOANERS_PER_WINDOW - loans.length),
  };
};

/** One ship: everything of an own one, its paint of another's in sight, nothing of any other. */
export const readShip = async (
  deps: Deps,
  playerId: string,
  shipId: string,
  nowMs: number,
): Promise<ReplyOf<(typeof PLAYER_ENDPOINTS)['getShip']>> => {
  const state = await readFleet(deps, playerId, nowMs);
  const [seen] = await findAnyShip(deps.db.sql, shipId);
  const own = state.entries.get(shipId);
  if (seen === undefined || (own === undefined && seen.sectorId !== state.sector.id))
    throw new AppError('not_found');
  return {
    seen: {
      id: seen.id,
      type: seen.type,
      name: seen.name,
      registration: seen.registration,
      status: seen.status,
      owner: seen.owner,
    },
    own: own === undefined ? null : presentOwnShip(deps.atlas(), state, own),
  };
};

/** What everybody may read of the past of a ship. */
export const readRegistry = async (
  deps: Deps,
  registration: string,
): Promise<ReplyOf<(typeof PLAYER_ENDPOINTS)['getRegistry']>> => {
  const [[ship], history] = await Promise.all([
    findRegistered(deps.db.sql, registration),
    findHistory(deps.db.sql, registration),
  ]);
  if (ship === undefined) throw new AppError('not_found');
  return {
    ...ship,
    entries: history.map(({ kind, at, callsign, name }) => ({
      kind,
      at: at.toISOString(),
      by: callsign,
      name,
    })),
  };
};
