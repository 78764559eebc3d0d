import type { FirstShipTargets } from '@sw/rules';
import {
  ACTIVE_PLAYER_TURNS,
  ACTIVE_PLAYER_WINDOW_MS,
  CONTRACT_QUARTER_MS,
  createStream,
  FIRST_LOGIN_GRANT,
  leg,
} from '@sw/rules';
import type { DayReport, PilotMark } from './measures/day-report.ts';
import {
  gini,
  median,
  moneyMoved,
  priceIndex,
  stockOuts,
  strategyDays,
  weekOf,
} from './measures/day-report.ts';
import { brokenInvariants } from './measures/invariants.ts';
import type { Pilot, StrategyKind } from './players/pilot.ts';
import { createPilot } from './players/pilot.ts';
import { noPrices, publishPrices } from './players/public-prices.ts';
import type { SimSetting } from './players/setting.ts';
import { travelTables } from './players/setting.ts';
import { beginStarterChain, starterTargets } from './players/starter-chain.ts';
import { tradePairs } from './players/trade-pairs.ts';
import { wealthOf } from './players/wealth.ts';
import { act } from './strategies/act.ts';
import type { LoopSearch } from './strategies/optimiser.ts';
import { openBoards, postContracts } from './world/boards.ts';
import { renewPace, settleAll } from './world/settle.ts';
import { buildWorld } from './world/world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A moment in simulated time; every run begins at the same. */
const START_MS = 20_000 * DAY_MS;
/** The pace of somebody who looks at a market, loads, flies and docks. */
const ACT_MS = 75_000;
const ACTS_PER_HOUR = HOUR_MS / ACT_MS;
const QUARTERS_PER_HOUR = HOUR_MS / CONTRACT_QUARTER_MS;

/** How many players of each kind begin on the first day, and how many accounts a swarm opens each day. */
export type Population = Readonly<Partial<Record<StrategyKind, number>>>;

export interface SimulationOrder {
  readonly seed: string;
  readonly population: Population;
  /** Fresh accounts that come every day and stay for two. */
  readonly swarmPerDay?: number;
  /** Players the region is known to have before the first day is counted. */
  readonly knownPlayers?: number;
  /** How often `market.flow` counts the active players. */
  readonly flowEveryHours?: number;
}

const SWARM_STAYS_MS = 2 * DAY_MS;
/** The period of `market.flow` (docs/rule-changes.md). */
const FLOW_EVERY_HOURS = 1;
const ACTIVE_WINDOW_DAYS = ACTIVE_PLAYER_WINDOW_MS / DAY_MS;
const ACTIVE_WINDOW_HOURS = ACTIVE_PLAYER_WINDOW_MS / HOUR_MS;

/** A region with its players in accelerated time: the same order gives the same history, bit by bit. */
export class Simulation {
  readonly setting: SimSetting;
  readonly pilots: Pilot[] = [];
  readonly reports: DayReport[] = [];
  readonly loops: LoopSearch = { tried: 0, bestGain: 0n };
  readonly #order: SimulationOrder;
  readonly #marks = new Map<string, PilotMark>();
  /** What everybody had spent at the last full hours, oldest first. */
  readonly #turnHistory: Map<string, number>[] = [];
  readonly #volumeHistory: Float64Array[] = [];
  readonly #dice;
  /** Who plays at the moment: until his turns are spent. */
  #sitting: Pilot[] = [];
  #targets: { readonly atMs: number; readonly targets: FirstShipTargets | null } | undefined;
  #day = 0;
  #came = 0;

  constructor(order: SimulationOrder) {
    const world = buildWorld(order.seed, START_MS);
    this.#order = order;
    this.#dice = createStream(order.seed, 'players');
    this.setting = {
      world,
      boards: openBoards(world),
      prices: noPrices(world),
      pairs: tradePairs(world),
      tableOf: travelTables(world),
      volume: new Float64Array(world.markets.length),
      activePlayers: order.knownPlayers ?? 0,
    };
    renewPace(world, this.setting.activePlayers, START_MS);
    for (const [kind, count] of Object.entries(order.population) as [StrategyKind, number][]) {
      this.addPilots(kind, count);
    }
  }

  /** The moment the next day begins. */
  get nowMs(): number {
    return START_MS + this.#day * DAY_MS;
  }

  /** Lets players come now: first login, grant, starter chain. */
  addPilots(kind: StrategyKind, count: number): readonly Pilot[] {
    const { world } = this.setting;
    const targets = count > 0 ? this.#targetsNow() : null;
    return Array.from({ length: count }, () => {
      this.#came += 1;
      const first = this.#dice.roll(12);
      const pilot = createPilot(world, {
        id: `${kind}-${this.#came}`,
        number: this.#came,
        kind,
        hours: [first, first + 12],
        joinedAtMs: this.nowMs + first * HOUR_MS,
        ...(kind === 'fresh_account' ? { leavesAtMs: this.nowMs + SWARM_STAYS_MS } : {}),
      });
      world.books.post(leg('MINT', 'wallet', FIRST_LOGIN_GRANT, 'first_login_grant'), { playerId: pilot.id });
      beginStarterChain(pilot, targets);
      this.pilots.push(pilot);
      this.#marks.set(pilot.id, { turns: 0, wealth: wealthOf(this.setting, pilot) });
      return pilot;
    });
  }

  /** Everybody who comes at one moment is sent the same way. */
  #targetsNow(): FirstShipTargets | null {
    if (this.#targets?.atMs !== this.nowMs) {
      const targets = starterTargets(this.setting.world, this.nowMs, FIRST_LOGIN_GRANT);
      this.#targets = { atMs: this.nowMs, targets };
    }
    return this.#targets.targets;
  }

  /** One day with everybody's sittings, then the books. Throws with the broken invariants, if any. */
  runDay(): DayReport {
    this.addPilots('fresh_account', this.#order.swarmPerDay ?? 0);
    for (let hour = 0; hour < 24; hour++) this.#runHour(hour);
    this.#day += 1;
    const { setting } = this;
    settleAll(setting.world, this.nowMs);
    const broken = brokenInvariants(setting.world, this.pilots);
    if (broken.length > 0) {
      throw new Error(`day ${this.#day} of seed ${this.#order.seed}: ${broken.join('; ')}`);
    }
    const report = this.#report();
    this.reports.push(report);
    this.#startNextDay();
    return report;
  }

  #runHour(hour: number): void {
    const hourMs = this.nowMs + hour * HOUR_MS;
    const { world, prices, boards } = this.setting;
    settleAll(world, hourMs);
    if (hour % (this.#order.flowEveryHours ?? FLOW_EVERY_HOURS) === 0) this.#countPlayers(hourMs);
    this.#rememberTurns();
    publishPrices(world, prices, hourMs);
    for (let quarter = 0; quarter < QUARTERS_PER_HOUR; quarter++) {
      postContracts(world, boards, hourMs - quarter * CONTRACT_QUARTER_MS);
    }
    for (const pilot of this.pilots) {
      const { hours, joinedAtMs, leavesAtMs } = pilot;
      if (!hours.includes(hour) || hourMs < joinedAtMs || hourMs >= leavesAtMs) continue;
      pilot.sittings += 1;
      if (!this.#sitting.includes(pilot)) this.#sitting.push(pilot);
    }
    this.#shuffle(this.#sitting);
    for (let round = 0; round < ACTS_PER_HOUR && this.#sitting.length > 0; round++) {
      const atMs = hourMs + round * ACT_MS;
      this.#sitting = this.#sitting.filter((pilot) => act(this.setting, pilot, atMs, this.loops));
    }
  }

  /** `market.flow`: who spent enough turns within the last week sets the pace of every market. */
  #countPlayers(nowMs: number): void {
    const { setting } = this;
    const then = this.#turnHistory.length < ACTIVE_WINDOW_HOURS ? undefined : this.#turnHistory[0];
    const active = this.pilots.filter(
      ({ id, turnBook }) => turnBook.spent - (then?.get(id) ?? 0) >= ACTIVE_PLAYER_TURNS,
    ).length;
    const isNewRegion = this.#day < ACTIVE_WINDOW_DAYS;
    const known = isNewRegion ? (this.#order.knownPlayers ?? 0) : 0;
    const counted = Math.max(active, known);
    if (counted === setting.activePlayers) return;
    setting.activePlayers = counted;
    renewPace(setting.world, setting.activePlayers, nowMs);
  }

  #rememberTurns(): void {
    this.#turnHistory.push(new Map(this.pilots.map(({ id, turnBook }) => [id, turnBook.spent])));
    if (this.#turnHistory.length > ACTIVE_WINDOW_HOURS) this.#turnHistory.shift();
  }

  /** The counters that begin anew with a day. */
  #startNextDay(): void {
    this.#volumeHistory.push(this.setting.volume.slice());
    for (const pilot of this.pilots) {
      pilot.tradePointsToday = 0;
      pilot.explorePointsToday = 0;
      pilot.landmarksToday = 0;
    }
  }

  #report(): DayReport {
    const { setting } = this;
    const { minted, burned } = moneyMoved(setting);
    const present = this.pilots.filter(({ leavesAtMs }) => this.nowMs <= leavesAtMs);
    const wealth = present.map(({ wallet }) => Number(setting.world.books.balanceOf(wallet)));
    return {
      day: this.#day,
      activePlayers: setting.activePlayers,
      moneySupply: minted - burned,
      minted,
      burned,
      priceIndex: priceIndex(setting, weekOf(this.#volumeHistory, setting.volume)),
      gini: gini(wealth),
      medianWealth: median(wealth),
      ...stockOuts(setting),
      strategies: strategyDays(setting, this.pilots, this.#marks),
    };
  }

  #shuffle(pilots: Pilot[]): void {
    for (let last = pilots.length - 1; last > 0; last--) {
      const other = this.#dice.roll(last + 1);
      [pilots[last], pilots[other]] = [pilots[other] as Pilot, pilots[last] as Pilot];
    }
  }
}
