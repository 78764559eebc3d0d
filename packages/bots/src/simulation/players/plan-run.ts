import { dockingFee } from '@sw/rules';
import type { TravelTable } from '../world/travel-table.ts';
import type { Beliefs } from './beliefs.ts';
import { fillHold } from './fill-hold.ts';
import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';
import { travelOf } from './setting.ts';

const DOCK_TURNS = 1;

/** Buy at one station, sell at another. */
export interface Run {
  readonly pair: number;
  readonly seller: number;
  readonly buyer: number;
}

interface Scene {
  readonly setting: SimSetting;
  readonly pilot: Pilot;
  readonly travel: TravelTable;
  readonly beliefs: Beliefs;
  readonly credits: number;
  readonly turns: number;
}

const sceneOf = (setting: SimSetting, pilot: Pilot, beliefs: Beliefs): Scene => ({
  setting,
  pilot,
  travel: travelOf(setting, pilot),
  beliefs,
  credits: Number(setting.world.books.balanceOf(pilot.wallet)),
  turns: pilot.turns.turns,
});

/** The run with the most profit a turn, counted from here: what a price list with distances suggests. */
export function bestRunByRate(setting: SimSetting, pilot: Pilot, beliefs: Beliefs): Run | null {
  const scene = sceneOf(setting, pilot, beliefs);
  const { pairs } = setting;
  let best: Run | null = null;
  let bestRate = 0;
  for (let pair = 0; pair < pairs.count; pair++) {
    const seller = pairs.seller[pair] as number;
    const buyer = pairs.buyer[pair] as number;
    const turns = approach(scene, seller) + legTurns(scene, seller, buyer);
    if (turns > scene.turns) continue;
    const rate = profitOf(scene, pair, buyer) / turns;
    if (rate > bestRate) {
      bestRate = rate;
      best = { pair, seller, buyer };
    }
  }
  return best;
}

/**
 * The run that is worth most when a turn is worth what the player usually earns with it, with the best continuation
 * from where it ends: a buyer who sells something useful beats a slightly better price in a dead end.
 */
export function bestRunAhead(setting: SimSetting, pilot: Pilot, beliefs: Beliefs): Run | null {
  const scene = sceneOf(setting, pilot, beliefs);
  const { pairs, world } = setting;
  const surplus = new Float64Array(pairs.count);
  const departures = new Float64Array(world.stations.length).fill(Number.NEGATIVE_INFINITY);
  for (let pair = 0; pair < pairs.count; pair++) {
    const seller = pairs.seller[pair] as number;
    const buyer = pairs.buyer[pair] as number;
    const profit = profitOf(scene, pair, buyer);
    const value =
      profit > 0 ? profit - pilot.turnValue * legTurns(scene, seller, buyer) : Number.NEGATIVE_INFINITY;
    surplus[pair] = value;
    if (value > (departures[seller] as number)) departures[seller] = value;
  }
  const prospects = prospectsOf(scene, departures);
  let best: Run | null = null;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let pair = 0; pair < pairs.count; pair++) {
    const seller = pairs.seller[pair] as number;
    const buyer = pairs.buyer[pair] as number;
    const away = approach(scene, seller);
    if (away + legTurns(scene, seller, buyer) > scene.turns) continue;
    const value = (surplus[pair] as number) - pilot.turnValue * away + (prospects[buyer] as number);
    if (value > bestValue) {
      bestValue = value;
      best = { pair, seller, buyer };
    }
  }
  return best;
}

/** The run between two stations; null where the second buys nothing the first sells. */
export function runBetween({ pairs }: SimSetting, seller: number, buyer: number): Run | null {
  for (let pair = pairs.ofSeller[seller] as number; pair < (pairs.ofSeller[seller + 1] as number); pair++) {
    if (pairs.buyer[pair] === buyer) return { pair, seller, buyer };
  }
  return null;
}

/** By station: the best departure from it, or from another one after an empty flight. */
function prospectsOf(scene: Scene, departures: Float64Array): Float64Array {
  const { stations } = scene.setting.world;
  const prospects = Float64Array.from(departures);
  for (const at of stations) {
    for (const other of stations) {
      if (departures[other.index] === Number.NEGATIVE_INFINITY) continue;
      const empty = legTurns(scene, at.index, other.index);
      const value = (departures[other.index] as number) - scene.pilot.turnValue * empty;
      if (at !== other && value > (prospects[at.index] as number)) prospects[at.index] = value;
    }
  }
  return prospects.map((value) => (value === Number.NEGATIVE_INFINITY ? 0 : value));
}

function profitOf(scene: Scene, pair: number, buyer: number): number {
  const { setting, pilot, beliefs, credits } = scene;
  const { gain } = fillHold(setting.pairs, pair, beliefs, pilot.hold.capacity, credits);
  return gain * tasteOf(pilot, pair) - feeAt(setting, pilot, buyer);
}

/**
 * People do not all jump at the one best line of a price list: each of them likes some runs a little better, and
 * others tomorrow. Between 1 − taste and 1 + taste, the same for the same player, run and sitting.
 */
function tasteOf({ taste, number, sittings }: Pilot, pair: number): number {
  if (taste === 0) return 1;
  const mixed = Math.imul((number * 31 + sittings) * 0x9e3779b1 + pair, 0x85ebca6b) >>> 0;
  return 1 + taste * ((Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0) / 2 ** 31 - 1);
}

/** Turns to reach and dock at a station; none where the player is docked already. */
function approach(scene: Scene, station: number): number {
  const { pilot, setting, travel } = scene;
  if (station === pilot.station) return 0;
  return travel.turnsBetween(pilot.node, setting.world.stations[station]?.node ?? 0) + DOCK_TURNS;
}

function legTurns({ setting, travel }: Scene, from: number, to: number): number {
  const { stations } = setting.world;
  return travel.turnsBetween(stations[from]?.node ?? 0, stations[to]?.node ?? 0) + DOCK_TURNS;
}

/** What docking costs the player's hull there. */
function feeAt({ world }: SimSetting, pilot: Pilot, station: number): number {
  const docking = world.stations[station]?.docking;
  return docking === undefined
    ? 0
    : Number(dockingFee(pilot.shipType, docking.securityTier, docking.dockingFeeBp));
}
