import type { EndpointDeclaration } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { CargoHold, LedgerLeg } from '@sw/rules';
import { bankOf, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import type { LockedBalances } from '../../ledger/post.ts';
import { balancesOf, lockBalances } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import type { PlayerRow } from '../player/index.ts';
import { lockPlayers } from '../player/index.ts';
import { findAnyShip, findFleetCargo, lockFleet, shareDesk } from './fleet.repository.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry, FleetState } from './fleet-state.ts';
import { fleetStateOf } from './fleet-state.ts';
import type { RegistryEvent } from './registry.repository.ts';

type Loading = Pick<Command<EndpointDeclaration>, 'load'> & { readonly sql: Sql };

/** What a command on ships decides on, all of it locked. */
export interface FleetMoment extends FleetState {
  readonly deps: Deps;
  readonly sql: Sql;
  readonly command: Pick<Command<EndpointDeclaration>, 'load'>;
  readonly bank: bigint;
  /** The ship the command names; the active one where it names none. */
  readonly target: FleetEntry;
  /** Another player the command is about. */
  readonly beside: PlayerRow | null;
}

/** What a command on ships changes. */
export interface FleetChange {
  /** The ship it was about. */
  readonly shipId: string;
  readonly created?: readonly FleetRow[];
  readonly changed?: readonly FleetRow[];
  /** A pod that is left behind. */
  readonly discardedPodId?: string;
  readonly holds?: ReadonlyMap<string, CargoHold>;
  readonly activeId?: string;
  readonly legs?: readonly LedgerLeg[];
  readonly registry?: readonly Omit<RegistryEvent, 'id' | 'at' | 'actorId'>[];
  readonly turns?: { readonly cost: number; readonly reason: string };
  readonly writes?: readonly AnyStatement[];
  /** Events besides what every change tells its owner. */
  readonly events?: readonly OutboxEvent[];
  /** Parts of the sector that others must look at again. */
  readonly seen?: readonly string[];
}

/** Whose ships are locked, and which of them it is about: null is the one he flies. */
export interface FleetOrder {
  readonly playerId: string;
  readonly shipId: string | null;
  /** A derelict he means to claim. */
  readonly derelictId: string | null;
  /** Another player it is about: locked with him. */
  readonly besideId: string | null;
  readonly nowMs: number;
}

/** What was locked, and what is needed to write it. */
export interface LockedFleet {
  readonly moment: FleetMoment;
  readonly balances: LockedBalances;
  readonly isReadOnly: boolean;
}

/** Locks player, ships, station and balances in the one order; a ship of somebody else is refused. */
export const lockFleetMoment = async (
  deps: Deps,
  command: Loading,
  { playerId, shipId, derelictId, besideId, nowMs }: FleetOrder,
): Promise<LockedFleet> => {
  const { sql } = command;
  const [players, ships, cargo, desks, flags, balanceRows] = await command.load(
    lockPlayers(sql, besideId === null ? [playerId] : [playerId, besideId]),
    lockFleet(sql, playerId, derelictId),
    findFleetCargo(sql, playerId, derelictId),
    shareDesk(sql, playerId),
    findReadOnlyFlag(sql),
    lockBalances(sql, [walletOf(playerId), bankOf(playerId)]),
  );
  const balances = balancesOf(balanceRows);
  const credits = balances.get(walletOf(playerId)) ?? 0n;
  const state = fleetStateOf(
    deps.atlas(),
    { player: players.find(({ id }) => id === playerId), ships, cargo, desk: desks[0], credits },
    nowMs,
  );
  const target = shipId === null ? state.active : state.entries.get(shipId);
  if (target === undefined) throw await strangeShip(command, shipId ?? '', state);
  const bank = balances.get(bankOf(playerId)) ?? 0n;
  return {
    moment: {
      ...state,
      deps,
      sql,
      command,
      target,
      bank,
      beside: players.find(({ id }) => id === besideId) ?? null,
    },
    balances,
    isReadOnly: flags[0]?.isReadOnly === true,
  };
};

/** 403 where the ship of somebody else is in sight, 404 where it is not. */
export const strangeShip = async (
  command: Loading,
  shipId: string,
  { sector }: Pick<FleetState, 'sector'>,
): Promise<AppError> => {
  const [[seen]] = await command.load(findAnyShip(command.sql, shipId));
  return new AppError(seen?.sectorId === sector.id ? 'forbidden' : 'not_found');
};
