import type { EndpointDeclaration, ReplyOf } from '@sw/contracts';
import type { AnyStatement, Sql } from '@sw/db';
import type { CargoHold, LedgerLeg } from '@sw/rules';
import { bankOf, cargoUsed, checkTurns, resolveLegs, spendTurns, walletOf } from '@sw/rules';
import { AppError } from '@sw/service-kit';
import type { Deps } from '../../deps.ts';
import type { Command } from '../../http/command.ts';
import { assertAllowed, runCommand } from '../../http/command.ts';
import type { RawReply } from '../../http/raw-reply.ts';
import type { RequestContext } from '../../http/request-context.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { findReadOnlyFlag } from '../../ledger/read-only.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import {
  lockPlayer,
  presentLocation,
  presentShip,
  presentTurns,
  settledTurnsOf,
  touchPlayer,
  writeHold,
  writeTurns,
} from '../player/index.ts';
import type { EndedTow } from './end-tows.ts';
import { endBrokenTow } from './end-tows.ts';
import {
  deletePod,
  findAnyShip,
  findFleetCargo,
  insertShip,
  lockFleet,
  shareDesk,
  writeActiveShip,
  writeShip,
} from './fleet.repository.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry, FleetState } from './fleet-state.ts';
import { fleetEntryOf, fleetStateOf } from './fleet-state.ts';
import { presentCargo } from './present-fleet.ts';
import type { RegistryEvent } from './registry.repository.ts';
import { insertRegistryEvents } from './registry.repository.ts';

/** What a command on ships decides on, all of it locked. */
export interface FleetMoment extends FleetState {
  readonly deps: Deps;
  readonly sql: Sql;
  readonly command: Pick<Command<EndpointDeclaration>, 'load'>;
  readonly bank: bigint;
  /** The ship the command names; the active one where it names none. */
  readonly target: FleetEntry;
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

type FleetEndpoint = EndpointDeclaration & { readonly idempotency: 'required' };
type BaseReply = { readonly rev: number; readonly shipId: string; readonly credits: bigint };

/**
 * Runs one command on a player's ships in one transaction of two flushes: locks player, ships, station and balances,
 * lets `decide` say what changes, keeps ships, holds, history, ledger, turns and events together. A ship of somebody
 * else is refused as forbidden where it can be seen, and as not found elsewhere.
 */
export const runFleetCommand = <E extends FleetEndpoint>(
  deps: Deps,
  context: RequestContext<E>,
  shipId: string | null,
  decide: (moment: FleetMoment) => FleetChange | Promise<FleetChange>,
  presentReply: (base: BaseReply, moment: FleetMoment) => ReplyOf<E>,
): Promise<RawReply> =>
  runCommand(deps, context, async (command) => {
    const { sql } = command;
    const playerId = playerOf(context);
    const derelictId = context.endpoint.id === 'ships.claim' ? shipId : null;
    const [players, ships, cargo, desks, flags, balanceRows] = await command.load(
      lockPlayer(sql, playerId),
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
      { player: players[0], ships, cargo, desk: desks[0], credits },
      context.nowMs,
    );
    const target = shipId === null ? state.active : state.entries.get(shipId);
    if (target === undefined) throw await strangeShip(command, shipId ?? '', state);
    const moment: FleetMoment = {
      ...state,
      deps,
      sql,
      command,
      target,
      bank: balances.get(bankOf(playerId)) ?? 0n,
    };
    const change = await decide(moment);
    if (flags[0]?.isReadOnly === true && (change.legs ?? []).length > 0)
      throw new AppError('economy_read_only');
    return save(command, moment, change, balances, presentReply);
  });

const playerOf = ({ caller }: RequestContext<FleetEndpoint>): string => {
  if (!('playerId' in caller) || typeof caller.playerId !== 'string') throw new AppError('forbidden');
  return caller.playerId;
};

/** 403 where the ship of somebody else is in sight, 404 where it is not. */
export const strangeShip = async (
  command: Pick<Command<EndpointDeclaration>, 'load'> & { readonly sql: Sql },
  shipId: string,
  { sector }: Pick<FleetState, 'sector'>,
): Promise<AppError> => {
  const [[seen]] = await command.load(findAnyShip(command.sql, shipId));
  return new AppError(seen?.sectorId === sector.id ? 'forbidden' : 'not_found');
};

const save = <E extends FleetEndpoint>(
  command: Command<E>,
  moment: FleetMoment,
  change: FleetChange,
  balances: ReadonlyMap<ReturnType<typeof walletOf>, bigint>,
  presentReply: (base: BaseReply, moment: FleetMoment) => ReplyOf<E>,
): Promise<RawReply> => {
  const { deps, sql, player, nowMs } = moment;
  const rev = Number(player.rev) + 1;
  const activeId = change.activeId ?? moment.active.row.id;
  const after = entriesAfter(moment, change, activeId);
  const ended = endBrokenTow(deps.atlas(), moment, after);
  for (const row of ended.rows) replaceRow(moment, after, row, activeId);
  const active = after.get(activeId);
  if (active === undefined) throw new Error('a fleet command left its player without a ship');
  const sector = deps.atlas().sector(active.row.sectorId) ?? moment.sector;
  const transfers = resolveLegs(change.legs ?? [], { playerId: player.id });
  const wallet = transfers.reduce(
    (sum, { from, to, amount }) =>
      sum + (to === walletOf(player.id) ? amount : 0n) - (from === walletOf(player.id) ? amount : 0n),
    moment.owner.credits,
  );
  const spent = spendOf(moment, change);
  const registry = (change.registry ?? []).map((entry) => ({
    ...entry,
    id: deps.newId(),
    actorId: player.id,
    at: new Date(nowMs),
  }));
  const { created, changed } = writtenIds(change, ended);
  const rowsOf = (ids: Iterable<string>): FleetRow[] => [...ids].flatMap((id) => after.get(id)?.row ?? []);
  const events: OutboxEvent[] = [
    event(playerChannel(player.id), 'player.state_changed', {
      rev,
      credits: wallet,
      ship: presentShip(active.row, { ...active.row, version: active.row.version + 1 }),
      cargo: presentCargo(active.hold),
      location: presentLocation(deps.atlas(), active.row, null),
      ...(spent === null ? {} : { turns: presentTurns(spent.after) }),
    }),
    event(playerChannel(player.id), 'ship.updated', {
      shipId: change.shipId,
      version: (after.get(change.shipId)?.row.version ?? 0) + 1,
    }),
    ...(change.seen === undefined
      ? []
      : [
          event(sectorChannel(sector.id), 'sector.updated', { sectorId: sector.id, parts: [...change.seen] }),
        ]),
    ...(change.events ?? []),
    ...ended.events,
  ];
  if (spent !== null) deps.metrics.economy.turnsSpent.inc({ action: spent.reason }, spent.cost);
  return command.save({
    writes: [
      ...(spent === null ? [touchPlayer(sql, player.id, nowMs)] : spent.writes),
      ...rowsOf(created).map((row) => insertShip(sql, row)),
      ...rowsOf(changed).map((row) => writeShip(sql, row)),
      ...[...(change.holds ?? [])].map(([shipId, hold]) =>
        writeHold(sql, shipId, hold, kindsOf(hold, moment.entries.get(shipId)?.hold)),
      ),
      ...(change.activeId === undefined ? [] : [writeActiveShip(sql, player.id, activeId)]),
      ...(change.discardedPodId === undefined ? [] : deletePod(sql, change.discardedPodId, activeId)),
      ...(change.writes ?? []),
      ...(registry.length === 0 ? [] : [insertRegistryEvents(sql, registry)]),
      ...postTransfers(sql, transfers, balances, {
        nowMs,
        playerId: player.id,
        regionId: sector.region.id,
        refType: 'ship',
        refId: change.shipId,
      }),
    ],
    events,
    reply: presentReply({ rev, shipId: change.shipId, credits: wallet }, moment),
  });
};

/** Every ship as the change leaves it, how full its hold is included. */
const entriesAfter = (
  moment: FleetMoment,
  change: FleetChange,
  activeId: string,
): Map<string, FleetEntry> => {
  const after = new Map(moment.entries);
  for (const row of [...(change.created ?? []), ...(change.changed ?? [])])
    after.set(row.id, fleetEntryOf(moment.deps.atlas(), row, activeId, [], moment.nowMs));
  for (const [id, entry] of after) {
    const hold = change.holds?.get(id) ?? moment.entries.get(id)?.hold ?? entry.hold;
    const used = change.holds?.has(id) === true ? cargoUsed(hold) : entry.row.cargoUsed;
    after.set(id, { ...entry, hold, row: { ...entry.row, cargoUsed: used } });
  }
  return after;
};

/** Which ships are inserted, and which others are written again. */
const writtenIds = (change: FleetChange, ended: EndedTow) => {
  const created = new Set((change.created ?? []).map(({ id }) => id));
  const rows = [...(change.changed ?? []), ...ended.rows].map(({ id }) => id);
  const changed = new Set([...rows, ...(change.holds?.keys() ?? [])]);
  for (const id of created) changed.delete(id);
  if (change.discardedPodId !== undefined) changed.delete(change.discardedPodId);
  return { created, changed };
};

/** Puts a row in the place of another, its hold unchanged. */
const replaceRow = (
  { deps, nowMs }: FleetMoment,
  after: Map<string, FleetEntry>,
  row: FleetRow,
  activeId: string,
): void => {
  const { hold } = after.get(row.id) ?? {};
  const entry = fleetEntryOf(deps.atlas(), row, activeId, [], nowMs);
  after.set(row.id, { ...entry, hold: hold ?? entry.hold });
};

const spendOf = (moment: FleetMoment, change: FleetChange) => {
  if (change.turns === undefined) return null;
  const { cost, reason } = change.turns;
  const { sql, player, nowMs, sector } = moment;
  const turns = settledTurnsOf(player, nowMs);
  assertAllowed(checkTurns(turns.state, cost, turns.cap, turns.multiplierBp));
  const state = spendTurns(turns.state, cost);
  return {
    cost,
    reason,
    after: { ...turns, state },
    writes: writeTurns(sql, {
      playerId: player.id,
      before: turns.before,
      after: state,
      spent: cost,
      reason,
      refType: 'ship',
      refId: change.shipId,
      regionId: sector.region.id,
      nowMs,
    }),
  };
};

const kindsOf = (after: CargoHold, before: CargoHold | undefined): string[] =>
  [...(before?.items ?? []), ...after.items].map(({ kind }) => kind);
