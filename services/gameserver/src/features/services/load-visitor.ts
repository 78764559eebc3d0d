import type { EndpointDeclaration } from '@sw/contracts';
import type { Answers, AnyStatement } from '@sw/db';
import type { AccountId } from '@sw/rules';
import { bankOf, stationAccount, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import type { LockedBalances } from '../../ledger/post.ts';
import { balancesOf, lockBalances } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import { lockActiveShip, lockPlayer } from '../player/index.ts';
import { shareStationOfShip } from './service-station.repository.ts';
import type { Visitor } from './visit.ts';
import { visitorOf } from './visit.ts';

export interface LoadedVisit<T extends readonly AnyStatement[]> {
  readonly visitor: Visitor;
  readonly balances: LockedBalances;
  /** Answers of the further statements, in order. */
  readonly more: Answers<T>;
}

/**
 * The first flush of a command at a counter, in the one lock order: player, ship, station, whatever the counter
 * keeps of its own, balances. `stationId` names the station the player believes he is docked at; null where the
 * command does not say.
 */
export const loadVisitor = async <E extends EndpointDeclaration, const T extends readonly AnyStatement[]>(
  deps: Deps,
  command: Command<E>,
  who: { readonly playerId: string; readonly stationId: string | null },
  ...more: T
): Promise<LoadedVisit<T>> => {
  const { sql } = command;
  const { playerId, stationId } = who;
  const accounts: AccountId[] = [bankOf(playerId), walletOf(playerId)];
  if (stationId !== null) accounts.push(stationAccount(stationId));
  const answers = await command.load(
    lockPlayer(sql, playerId),
    lockActiveShip(sql, playerId),
    shareStationOfShip(sql, playerId),
    ...more,
    findReadOnlyFlag(sql),
    lockBalances(sql, accounts),
  );
  const [players, ships, stations] = answers as unknown as [
    Awaited<ReturnType<typeof lockPlayer>>,
    Awaited<ReturnType<typeof lockActiveShip>>,
    Awaited<ReturnType<typeof shareStationOfShip>>,
  ];
  const [flags, balanceRows] = answers.slice(-2) as unknown as [
    Awaited<ReturnType<typeof findReadOnlyFlag>>,
    Awaited<ReturnType<typeof lockBalances>>,
  ];
  if (flags[0]?.isReadOnly === true) throw new AppError('economy_read_only');
  const balances = balancesOf(balanceRows);
  const visitor = visitorOf(deps, { player: players[0], ship: ships[0], station: stations[0], balances });
  if (stationId !== null && visitor.station.id !== stationId) throw new AppError('not_docked');
  return { visitor, balances, more: answers.slice(3, -2) as unknown as Answers<T> };
};
