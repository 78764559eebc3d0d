import type { Tx } from '@sw/db';
import {
  applyUndock,
  resolveLegs,
  SHELTER_MS,
  SHELTER_WARNING_MS,
  shelterWarningAt,
  stationAccount,
  walletOf,
} from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { balancesOf, lockBalances, postTransfers } from '../../ledger/post.ts';
import { event, membership, playerChannel, sectorChannel } from '../../realtime/outbox.ts';
import { saveAndTell } from '../../realtime/save-and-tell.ts';
import type { PlayerRow, ShipRow } from '../player/index.ts';
import {
  isOpenDock,
  lockActiveShip,
  lockPlayer,
  presentAlerts,
  presentLocation,
  raiseRevision,
  shelterEndOf,
} from '../player/index.ts';
import { clearTow } from '../towing/index.ts';
import { dockStateOf } from './dock-state.ts';
import { shareDockStation, writeUndocked } from './docking.repository.ts';
import type { RestingRow } from './shelter.repository.ts';
import { findCheckedUntil, findResting, writeCheckedUntil } from './shelter.repository.ts';

/** What a round did. */
export interface ShelterRound {
  readonly warned: number;
  readonly putOutside: number;
}

const BATCH = 500;

/**
 * Ends the shelter of ships at open docks (rule book, economy 2.5): their owners are warned an hour before,
 * then the ship lies outside in the same sector and the mooring due is charged. Whose moment has come is seen without a
 * lock; each of them is decided under his own, in a transaction of his own. Repeated or late rounds change nothing more.
 */
export const endShelter = async (deps: Deps, nowMs: number): Promise<ShelterRound> => {
  const atlas = deps.atlas();
  const { sql } = deps.db;
  const docks = [...atlas.stations()].filter((station) => isOpenDock(atlas, station)).map(({ id }) => id);
  const since = new Date(nowMs - (SHELTER_MS - SHELTER_WARNING_MS));
  const [checked] = await findCheckedUntil(sql);
  const span = { checkedUntilMs: Number(checked?.ms ?? 0), nowMs };
  const round = { warned: 0, putOutside: 0 };
  let resting: readonly RestingRow[];
  let last: RestingRow | undefined;
  do {
    resting = await findResting(sql, docks, since, last, BATCH);
    last = resting.at(-1);
    for (const guest of resting) {
      const isUp = dueOf(shelterEndOf(atlas, guest, guest, nowMs), span) !== null;
      const done = isUp ? await deps.db.command((tx) => judge(deps, tx, guest, span)) : null;
      if (done !== null) round[done] += 1;
    }
  } while (resting.length === BATCH);
  await deps.db.write((tx) => [writeCheckedUntil(tx, nowMs)]);
  return round;
};

/** From when to when this round looks: warnings up to its beginning were given. */
interface Span {
  readonly checkedUntilMs: number;
  readonly nowMs: number;
}

/** What is due of a shelter that ends at a moment. */
const dueOf = (endMs: number | null, { checkedUntilMs, nowMs }: Span): keyof ShelterRound | null => {
  if (endMs === null) return null;
  if (nowMs >= endMs) return 'putOutside';
  const warningMs = shelterWarningAt(endMs);
  return warningMs > checkedUntilMs && warningMs <= nowMs ? 'warned' : null;
};

const judge = async (
  deps: Deps,
  tx: Tx,
  guest: RestingRow,
  span: Span,
): Promise<keyof ShelterRound | null> => {
  const { sql } = tx;
  const { nowMs } = span;
  const [[player], [ship], [station], balanceRows] = await tx.load(
    lockPlayer(sql, guest.id),
    lockActiveShip(sql, guest.id),
    shareDockStation(sql, guest.stationId),
    lockBalances(sql, [walletOf(guest.id), stationAccount(guest.stationId)]),
  );
  if (player === undefined || ship === undefined || station === undefined) return null;
  if (ship.stationId !== guest.stationId) return null;
  const due = dueOf(shelterEndOf(deps.atlas(), player, ship, nowMs), span);
  if (due === null) return null;
  if (due === 'warned') return warn(deps, tx, player, ship, nowMs);

  const atlas = deps.atlas();
  const sector = atlas.sector(ship.sectorId);
  if (sector === undefined) return null;
  const balances = balancesOf(balanceRows);
  const credits = balances.get(walletOf(player.id)) ?? 0n;
  const outcome = applyUndock(
    dockStateOf({ player, ship, station, credits, hasDocked: true }, sector, nowMs),
    nowMs,
  );
  const rev = Number(player.rev) + 1;
  const parties = { playerId: player.id, regionId: sector.region.id, stationId: station.id };
  const trail = {
    nowMs,
    playerId: player.id,
    regionId: sector.region.id,
    refType: 'station',
    refId: station.id,
  };
  await saveAndTell(
    deps,
    tx,
    nowMs,
    [
      raiseRevision(sql, player.id),
      writeUndocked(sql, ship.id),
      // What it towed stays at its berth.
      ...(ship.towShipId === null ? [] : [clearTow(sql, ship.id)]),
      ...postTransfers(sql, resolveLegs(outcome.legs, parties), balances, trail),
    ],
    [
      event(sectorChannel(sector.id), 'presence.updated', { playerId: player.id, state: 'in_space' }),
      membership(player.id, { sectorId: sector.id, regionName: sector.region.name, rev }),
      event(playerChannel(player.id), 'player.state_changed', {
        rev,
        credits: outcome.credits,
        location: presentLocation(atlas, { ...ship, status: 'in_space', stationId: null }, null),
        alerts: [],
      }),
    ],
  );
  return 'putOutside';
};

const warn = async (
  deps: Deps,
  tx: Tx,
  player: PlayerRow,
  ship: ShipRow,
  nowMs: number,
): Promise<keyof ShelterRound> => {
  const told = event(playerChannel(player.id), 'player.state_changed', {
    rev: Number(player.rev) + 1,
    alerts: presentAlerts(deps.atlas(), player, ship, nowMs),
  });
  await saveAndTell(deps, tx, nowMs, [raiseRevision(tx.sql, player.id)], [told]);
  return 'warned';
};
