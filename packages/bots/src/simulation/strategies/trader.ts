import type { LimitedTradeLine, StationContract, UpgradeKind } from '@sw/rules';
import type { Insight } from '../players/beliefs.ts';
import { commodityKey, fillBeliefs } from '../players/beliefs.ts';
import { fillHold } from '../players/fill-hold.ts';
import { settlePilot, turnsTo } from '../players/fly.ts';
import { bestJob, deliverJob, takeJob, targetOf } from '../players/jobs.ts';
import { buyHull, canBuyNext, nearestService, nextHull } from '../players/ladder.ts';
import type { Pilot } from '../players/pilot.ts';
import type { Run } from '../players/plan-run.ts';
import { bestRunAhead, bestRunByRate, runBetween } from '../players/plan-run.ts';
import type { SimSetting } from '../players/setting.ts';
import { line, trade } from '../players/trade.ts';
import { learnTurnValue, standingOf } from '../players/wealth.ts';
import { flyAndDock } from './fly-and-dock.ts';
import { improve } from './improve.ts';
import { beliefsOf } from './planning-columns.ts';
import { scout } from './scout.ts';
import { buyerElsewhere, sellCargo } from './sell-cargo.ts';
import { starterLine, starterRun } from './starter-run.ts';

/** What distinguishes one trader from another. */
export interface TraderStyle {
  readonly insight: Insight;
  /** Whether he looks beyond the next sale. */
  readonly looksAhead: boolean;
  /** Share of his turns he spends on unseen sectors, in percent. */
  readonly scoutPercent: number;
  readonly takesJobs: boolean;
  readonly buysLadder: boolean;
}

/** Who owns the whole ladder improves the ship he flies, the things that earn first. */
const ANY_UPGRADE: readonly UpgradeKind[] = [
  'cargo_hold',
  'engine',
  'maintenance_system',
  'hull',
  'shield',
  'sensor',
];
/** He keeps a little: the price of a big order is known only when it is quoted, and the next dock takes its fee. */
const SPENDABLE = 0.995;
const NEXT_DOCK = 150;

/** One visit of a trader: sell, perhaps buy a hull, load, fly, dock, sell. False when he is done for now. */
export function traderAct(setting: SimSetting, pilot: Pilot, nowMs: number, style: TraderStyle): boolean {
  settlePilot(pilot, nowMs);
  if (pilot.station < 0) return headForDock(setting, pilot, nowMs);
  const before = standingOf(setting, pilot);
  const isDone = visit(setting, pilot, nowMs, style);
  learnTurnValue(setting, pilot, before);
  return isDone;
}

function visit(setting: SimSetting, pilot: Pilot, nowMs: number, style: TraderStyle): boolean {
  sellCargo(setting, pilot, nowMs, style.insight);
  if (style.buysLadder && pilot.hold.items.length === 0 && canBuyNext(setting, pilot)) {
    const bought = shop(setting, pilot, nowMs);
    if (bought !== null) return bought;
  }
  if (style.buysLadder && nextHull(pilot) === null && improve(setting, pilot, ANY_UPGRADE, nowMs))
    return true;
  const starter = starterRun(setting, pilot);
  if (starter !== null) return flyRun(setting, pilot, starter, nowMs, style);
  if (pilot.hold.items.length > 0) {
    const onward = buyerElsewhere(setting, pilot, nowMs, style.insight);
    if (onward >= 0) return flyAndSell(setting, pilot, onward, nowMs, style);
  } else if (scout(setting, pilot, style.scoutPercent, nowMs)) return true;
  const job = style.takesJobs && pilot.hold.items.length === 0 ? bestJob(setting, pilot, nowMs) : null;
  if (job !== null) return flyJob(setting, pilot, job, nowMs, style);
  const run = planRun(setting, pilot, nowMs, style);
  return run !== null && flyRun(setting, pilot, run, nowMs, style);
}

function planRun(setting: SimSetting, pilot: Pilot, nowMs: number, style: TraderStyle): Run | null {
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight: style.insight, nowMs }, beliefs);
  return style.looksAhead ? bestRunAhead(setting, pilot, beliefs) : bestRunByRate(setting, pilot, beliefs);
}

/** Takes a parcel where it is going, with goods beside it if its target buys some. */
function flyJob(
  setting: SimSetting,
  pilot: Pilot,
  contract: StationContract,
  nowMs: number,
  style: TraderStyle,
): boolean {
  const taken = takeJob(setting, pilot, contract, nowMs);
  if (taken === null) return false;
  const target = targetOf(setting, contract);
  const run = runBetween(setting, pilot.station, target);
  if (run !== null) loadFor(setting, pilot, run, nowMs, style);
  if (!flyAndDock(setting, pilot, target, nowMs)) throw new Error(`${pilot.id} is stuck with a parcel`);
  deliverJob(setting, pilot, taken, nowMs);
  sellCargo(setting, pilot, nowMs, style.insight);
  return true;
}

/** Flies to where the run begins, or loads and flies it. */
function flyRun(setting: SimSetting, pilot: Pilot, run: Run, nowMs: number, style: TraderStyle): boolean {
  if (run.seller === pilot.station) {
    loadFor(setting, pilot, run, nowMs, style);
    return flyAndSell(setting, pilot, run.buyer, nowMs, style);
  }
  return flyAndSell(setting, pilot, run.seller, nowMs, style);
}

function flyAndSell(
  setting: SimSetting,
  pilot: Pilot,
  station: number,
  nowMs: number,
  style: TraderStyle,
): boolean {
  if (!flyAndDock(setting, pilot, station, nowMs)) return false;
  sellCargo(setting, pilot, nowMs, style.insight);
  return true;
}

function loadFor(setting: SimSetting, pilot: Pilot, run: Run, nowMs: number, style: TraderStyle): void {
  const { pairs, world } = setting;
  const beliefs = beliefsOf(setting);
  fillBeliefs({ setting, pilot, insight: style.insight, nowMs }, beliefs);
  const space = pilot.hold.capacity - pilot.hold.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const credits = Math.max(0, Number(world.books.balanceOf(pilot.wallet)) - NEXT_DOCK);
  const { quantities } = fillHold(pairs, run.pair, beliefs, space, credits * SPENDABLE);
  const first = pairs.starts[run.pair] as number;
  const lines: LimitedTradeLine[] = [];
  for (let place = 0; first + place < (pairs.starts[run.pair + 1] as number); place++) {
    const quantity = quantities[place] as number;
    const market = world.markets[pairs.sellMarket[first + place] as number];
    if (market !== undefined && quantity > 0)
      lines.push(line('buy', commodityKey(market.commodity), quantity));
  }
  const starter = starterLine(pilot, world.stations[pilot.station]?.trade.id ?? '');
  if (lines.length === 0 && starter !== null) lines.push(starter);
  if (lines.length > 0) trade(setting, pilot, lines, nowMs);
}

/** Buys the next hull, or flies to a dealer. Null where the turns do not reach one. */
function shop(setting: SimSetting, pilot: Pilot, nowMs: number): boolean | null {
  const type = nextHull(pilot);
  const dealer = nearestService(setting, pilot, 'ship_dealer');
  if (type === null || dealer === null) return null;
  if (dealer.index !== pilot.station && !flyAndDock(setting, pilot, dealer.index, nowMs)) return null;
  buyHull(setting, pilot, type);
  return true;
}

/** From somewhere in space to the nearest station he knows. */
function headForDock(setting: SimSetting, pilot: Pilot, nowMs: number): boolean {
  let best = -1;
  let bestTurns = Number.POSITIVE_INFINITY;
  for (const station of setting.world.stations) {
    if (pilot.knowsStation[station.index] !== 1) continue;
    const turns = turnsTo(setting, pilot, station.node);
    if (turns < bestTurns) {
      best = station.index;
      bestTurns = turns;
    }
  }
  return best >= 0 && flyAndDock(setting, pilot, best, nowMs);
}
