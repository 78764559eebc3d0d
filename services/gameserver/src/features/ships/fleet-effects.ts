import type { AnyStatement } from '@sw/db';
import type { CargoHold } from '@sw/rules';
import { cargoUsed, checkTurns, resolveLegs, spendTurns, walletOf } from '@sw/rules';
import { assertAllowed } from '../../http/command.ts';
import { postTransfers } from '../../ledger/post.ts';
import type { OutboxEvent } from '../../realtime/outbox.ts';
import { event, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import {
  presentLocation,
  presentShip,
  presentTurns,
  raiseRevision,
  settledTurnsOf,
  touchPlayer,
  writeHold,
  writeTurns,
} from '../player/index.ts';
import type { EndedTow } from './end-tows.ts';
import { endBrokenTow } from './end-tows.ts';
import { deletePod, insertShip, writeActiveShip, writeShip } from './fleet.repository.ts';
import type { FleetChange, FleetMoment, LockedFleet } from './fleet-moment.ts';
import type { FleetRow } from './fleet-row.ts';
import type { FleetEntry } from './fleet-state.ts';
import { fleetEntryOf } from './fleet-state.ts';
import { presentCargo } from './present-fleet.ts';
import { insertRegistryEvents } from './registry.repository.ts';

/** The part of an answer every command on ships has. */
export interface BaseReply {
  readonly rev: number;
  readonly shipId: string;
  readonly credits: bigint;
}

/** What is written and told. */
export interface FleetEffects {
  readonly writes: readonly AnyStatement[];
  readonly events: readonly OutboxEvent[];
  readonly base: BaseReply;
}

/**
 * Everything a change comes to: ships, holds, history, ledger, turns and what is told. `isHisDoing` false: it happened to
 * the player, who does not count as active for it. Refuses turns he does not have.
 */
export const fleetEffects = (
  { moment, balances }: LockedFleet,
  change: FleetChange,
  isHisDoing: boolean,
): FleetEffects => {
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
  const touched = isHisDoing ? touchPlayer(sql, player.id, nowMs) : raiseRevision(sql, player.id);
  return {
    writes: [
      ...(spent === null ? [touched] : spent.writes),
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
    base: { rev, shipId: change.shipId, credits: wallet },
  };
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
