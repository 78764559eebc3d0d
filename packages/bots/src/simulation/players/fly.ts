import type { FirstShipAct } from '@sw/rules';
import {
  applyDock,
  applyUndock,
  checkDock,
  checkTurns,
  checkUndock,
  settleTurns,
  spendTurns,
  turnCap,
} from '@sw/rules';
import { settleSimMarket } from '../world/settle.ts';
import type { SimStation } from '../world/world.ts';
import { REGION_ID } from '../world/world.ts';
import { arrive } from './arrive.ts';
import { rememberStation } from './memory.ts';
import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';
import { travelOf } from './setting.ts';
import { advanceStarterChain } from './starter-chain.ts';

const NORMAL_BP = 10_000;

/** Brings the turns of a player to now and books what came. */
export function settlePilot(pilot: Pilot, nowMs: number): void {
  const before = pilot.turns.turns;
  pilot.turns = settleTurns(pilot.turns, nowMs, turnCap(pilot.rankLevel), NORMAL_BP);
  pilot.turnBook.regenerated += pilot.turns.turns - before;
}

/** Turns from where a player is to a node in his hull. */
export function turnsTo(setting: SimSetting, pilot: Pilot, node: number): number {
  return travelOf(setting, pilot).turnsBetween(pilot.node, node);
}

/** Spends turns as every command does: by the rule's own check. */
export function payTurns(pilot: Pilot, need: number, nowMs: number): void {
  settlePilot(pilot, nowMs);
  const refusal = checkTurns(pilot.turns, need, turnCap(pilot.rankLevel), NORMAL_BP);
  if (refusal !== null) throw new Error(`${pilot.id} spends turns he has not: ${need}`);
  pilot.turns = spendTurns(pilot.turns, need);
  pilot.turnBook.spent += need;
}

/** Flies to a node by the cheapest way. The caller has made sure of the turns. */
export function flyTo(setting: SimSetting, pilot: Pilot, node: number, nowMs: number): void {
  if (node === pilot.node) return;
  undock(setting, pilot, nowMs);
  const table = travelOf(setting, pilot);
  const way: number[] = [];
  for (let at = node; at !== pilot.node; at = table.comesFrom(pilot.node, at)) {
    if (at < 0) throw new Error(`no way from ${pilot.node} to ${node}`);
    way.push(at);
  }
  payTurns(pilot, table.turnsBetween(pilot.node, node), nowMs);
  for (const passed of way.reverse()) arrive(setting, pilot, passed);
  pilot.node = node;
  advanceStarterChain(setting, pilot, [{ type: 'course_flown', hops: way.length }]);
}

/** Docks at the station of the node, pays the fee and remembers the prices. False where it is refused. */
export function dock(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  const { world } = setting;
  const station = world.stations[world.stationAt[pilot.node] as number];
  if (station === undefined) return false;
  settlePilot(pilot, nowMs);
  const state = dockState(setting, pilot, station);
  if (checkDock(state, nowMs) !== null) return false;
  const outcome = applyDock(state, nowMs);
  world.books.post(outcome.legs, { playerId: pilot.id, regionId: REGION_ID, stationId: station.trade.id });
  pilot.turnBook.spent += state.turns.turns - outcome.turns.turns;
  pilot.turns = outcome.turns;
  if (outcome.fee.reason === 'on_credit') pilot.lastFeeWaivedAtMs = nowMs;
  pilot.hasDocked = true;
  pilot.station = station.index;
  pilot.dockedAtMs = nowMs;
  for (const market of station.markets) settleSimMarket(world, market, nowMs);
  rememberStation(pilot, station, nowMs);
  const act: FirstShipAct = { type: 'docked', stationId: station.trade.id };
  advanceStarterChain(setting, pilot, [act]);
  return true;
}

function undock(setting: SimSetting, pilot: Pilot, nowMs: number): void {
  const station = setting.world.stations[pilot.station];
  if (station === undefined) return;
  const state = dockState(setting, pilot, station);
  const refusal = checkUndock(state);
  if (refusal !== null) throw new Error(`${pilot.id} cannot undock: ${refusal.code}`);
  const outcome = applyUndock(state, nowMs);
  const parties = { playerId: pilot.id, regionId: REGION_ID, stationId: station.trade.id };
  setting.world.books.post(outcome.legs, parties);
  pilot.station = -1;
}

function dockState(setting: SimSetting, pilot: Pilot, station: SimStation) {
  const isDocked = pilot.station >= 0;
  return {
    ship: {
      type: pilot.shipType,
      status: isDocked ? ('docked' as const) : ('in_space' as const),
      sectorId: pilot.node + 1,
      stationId: isDocked ? station.trade.id : null,
      dockedAtMs: isDocked ? pilot.dockedAtMs : null,
    },
    station: station.docking,
    isInTransit: false,
    turns: pilot.turns,
    turnCap: turnCap(pilot.rankLevel),
    turnMultiplierBp: NORMAL_BP,
    credits: setting.world.books.balanceOf(pilot.wallet),
    standing: 0,
    isDenied: false,
    isNewcomer: false,
    lastEngagementAtMs: null,
    lastAttackAtMs: null,
    firstLoginAtMs: pilot.joinedAtMs,
    hasDocked: pilot.hasDocked,
    lastFeeWaivedAtMs: pilot.lastFeeWaivedAtMs,
  };
}
