import type { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { CargoHold, ContractActor, JobCount, LedgerLeg, StationContract } from '@sw/rules';
import { bankOf, cargoUsed, resolveLegs, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import { runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import type { LockedBalances } from '../../ledger/post.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel } from '../../realtime/outbox.ts';
import type { ChainAdvance, ChainRow } from '../first-ship/index.ts';
import { findChain } from '../first-ship/index.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import {
  findCargo,
  lockActiveShip,
  lockPlayer,
  presentCargo,
  presentShip,
  settledShipOf,
  touchPlayer,
} from '../player/index.ts';
import { actorOf, jobCountOf, presentJobs } from './actor.ts';
import type { ContractRow } from './contract-row.ts';
import { toContract } from './contract-row.ts';
import { findJobs, lockContract, lockShipsOf } from './contracts.repository.ts';

type Endpoints = typeof PLAYER_ENDPOINTS;
export type ContractEndpoint =
  | Endpoints['acceptContract']
  | Endpoints['pickupContract']
  | Endpoints['deliverContract']
  | Endpoints['abandonContract'];

/** One contract and the player who acts on it, locked. */
export interface LoadedContract {
  readonly row: ContractRow;
  readonly contract: StationContract;
  readonly player: PlayerRow;
  readonly ship: ShipRow | undefined;
  readonly actor: ContractActor;
  readonly chain: ChainRow | undefined;
  readonly balances: LockedBalances;
}

/** What a command did. */
export interface ContractEffect {
  /** Merged over the contract as it was loaded. */
  readonly after: Partial<Pick<StationContract, 'state' | 'delivered' | 'deadlineAtMs'>>;
  readonly paid: bigint;
  readonly wallet: bigint;
  readonly hold: CargoHold;
  readonly jobs: JobCount;
  readonly legs: readonly LedgerLeg[];
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
  readonly chain?: ChainAdvance;
}

/** The locking reads of everything about a contract, in the one order (rule book, README 5). */
export const contractLoads = (sql: Sql, playerId: string, contractId: string, nowMs: number) =>
  [
    lockPlayer(sql, playerId),
    lockShipsOf(sql, playerId, contractId),
    lockActiveShip(sql, playerId),
    findCargo(sql, playerId),
    lockContract(sql, contractId),
    findJobs(sql, playerId, nowMs),
    findChain(sql, playerId),
    sql<{ isReadOnly: boolean }[]>`
      SELECT value = 'true'::jsonb AS is_read_only FROM server_flags WHERE name = 'economy.read_only'`,
    lockBalances(sql, [walletOf(playerId), bankOf(playerId)]),
  ] as const;

/**
 * Runs one command about one contract: load and lock, let `decide` judge and plan, save it with its postings, the
 * answer and what the player's screens must hear.
 */
export const runContractCommand = (
  deps: Deps,
  context: RequestContext<ContractEndpoint>,
  decide: (loaded: LoadedContract, sql: Sql) => ContractEffect,
): Promise<RawReply> =>
  runCommand<ContractEndpoint>(deps, context, async (command) => {
    const { caller, params, nowMs } = context;
    const { sql } = command;
    const [players, , ships, cargo, rows, jobs, chains, flags, balanceRows] = await command.load(
      ...contractLoads(sql, caller.playerId, params.id, nowMs),
    );
    const [player] = players;
    const [row] = rows;
    if (player === undefined || row === undefined) throw new AppError('not_found');
    if (flags[0]?.isReadOnly === true) throw new AppError('economy_read_only');
    const balances = balancesOf(balanceRows);
    const [ship] = ships;
    const actor = actorOf({
      ship,
      cargo,
      wallet: balances.get(walletOf(player.id)) ?? 0n,
      bank: balances.get(bankOf(player.id)) ?? 0n,
      jobs: jobCountOf(jobs),
    });
    const loaded = { row, contract: toContract(row), player, ship, actor, chain: chains[0], balances };
    return save(deps, command, loaded, decide(loaded, sql), nowMs);
  });

const save = (
  deps: Deps,
  command: Command<ContractEndpoint>,
  loaded: LoadedContract,
  effect: ContractEffect,
  nowMs: number,
): Promise<RawReply> => {
  const { sql } = command;
  const { player, ship, balances } = loaded;
  const rev = Number(player.rev) + 1;
  const cargo = presentCargo(effect.hold.items);
  const contract = { ...loaded.contract, ...effect.after };
  const chainView = effect.chain?.view(effect.wallet);
  const sector = ship === undefined ? undefined : deps.atlas().sector(ship.sectorId);
  const trail = { nowMs, playerId: player.id, regionId: sector?.region.id ?? null };
  return command.save({
    writes: [
      touchPlayer(sql, player.id, nowMs),
      ...effect.writes,
      ...postTransfers(sql, resolveLegs(effect.legs, { playerId: player.id }), balances, {
        ...trail,
        refType: 'contract',
        refId: contract.id,
      }),
      ...(effect.chain === undefined
        ? []
        : [
            ...postTransfers(sql, effect.chain.transfers, balances, {
              ...trail,
              refType: 'first_ship',
              refId: player.id,
            }),
            ...effect.chain.writes,
          ]),
    ],
    events: [
      event(playerChannel(player.id), 'player.state_changed', {
        rev,
        credits: effect.wallet,
        cargo,
        ...(ship === undefined ? {} : { ship: shipAfter(ship, effect.hold, sector?.type, nowMs) }),
        ...(chainView === undefined ? {} : { chain: chainView }),
      }),
      ...effect.events,
    ],
    reply: {
      rev,
      contractId: contract.id,
      state: contract.state,
      delivered: contract.delivered,
      deadlineAt: contract.deadlineAtMs === null ? null : new Date(contract.deadlineAtMs).toISOString(),
      paid: effect.paid,
      credits: effect.wallet,
      cargo,
      jobs: presentJobs(effect.jobs, nowMs),
    },
  });
};

/** The ship with its hold as it is after the command. */
export const shipAfter = (ship: ShipRow, hold: CargoHold, sectorType: string | undefined, nowMs: number) => {
  const live = settledShipOf(ship, sectorType ?? 'standard', nowMs);
  const used = cargoUsed(hold);
  return presentShip(ship, {
    hull: ship.hull,
    shields: live.shields.shields,
    conditionMilli: live.condition.conditionMilli,
    cargoUsed: used,
    version: ship.version + (used === ship.cargoUsed ? 0 : 1),
  });
};
