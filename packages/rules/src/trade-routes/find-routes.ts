import type { CourseTable, TableEntry } from '../navigation/course-table.ts';
import { hazardRisk } from '../navigation/hazard.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import { bestMargin } from './best-margins.ts';
import { BEAM_WIDTH, HALF_TRUSTED_MS, MAX_ROUTES, MAX_SEARCHES } from './constants.ts';
import type { Load } from './plan-load.ts';
import { planLoad, planSale } from './plan-load.ts';
import type { FoundRoutes, KnownStop, RouteLeg, RouteRequest, TradeRoute } from './types.ts';

const WHOLE_BP = 10_000;

/** A route under way: at its last stop, everything sold. */
interface Draft {
  readonly at: KnownStop;
  readonly legs: readonly RouteLeg[];
  readonly turns: number;
  readonly hops: number;
  readonly hazard: number;
  readonly profit: bigint;
  readonly credits: bigint;
  readonly room: number;
  readonly oldestAsOfMs: number;
}

/** A way on from a draft, with the most its score can become by it. */
interface Step {
  readonly draft: Draft;
  readonly to: KnownStop;
  readonly way: TableEntry;
  readonly bound: number;
}

/**
 * The best trade routes over prices the player knows (rule book, economy 6.3): at each stop a load is bought that is
 * sold at the next. Two stops are exact over all stations looked at (with the way back, if it gains), longer chains
 * follow the best 50 of each length. Goods in the hold are offered for sale at the first stop. At most five routes, the
 * best of each set of stations; ties go to fewer turns, then to station ids. Changes with nothing outside `request`.
 */
export function findRoutes(request: RouteRequest): FoundRoutes {
  const search = new Search(request);
  const begun = search.begin();
  let frontier = search.best(begun.flatMap((draft) => search.onward(draft)));
  const done = [...begun.filter(({ profit }) => profit > 0n), ...frontier];
  for (let stops = 3; frontier.length > 0 && stops <= request.maxStops + 1; stops++) {
    // The last round only closes circles: no stop is added, the load goes back to where the route began.
    const isLast = stops > request.maxStops;
    const next = search.best(
      frontier.flatMap((draft) => [...(isLast ? [] : search.onward(draft)), ...search.back(draft)]),
    );
    done.push(...next);
    frontier = next.filter((draft) => !isClosed(draft));
  }
  return { routes: search.distinct(done), considered: search.considered };
}

const isClosed = ({ legs }: Draft): boolean =>
  legs.length > 1 && legs[0]?.stationId === legs.at(-1)?.stationId;

class Search {
  readonly #request: RouteRequest;
  readonly #ways = new Map<number, CourseTable>();
  /** Stations in reach, nearest first. */
  readonly #near: readonly { readonly stop: KnownStop; readonly way: TableEntry }[];

  constructor(request: RouteRequest) {
    this.#request = request;
    const waysHere = this.#waysFrom(request.fromSectorId);
    this.#near = request.stops
      .flatMap((stop) => {
        const way = waysHere?.(stop.sectorId) ?? null;
        return way === null || way.hops > request.maxHops ? [] : [{ stop, way }];
      })
      .sort((a, b) => a.way.turns - b.way.turns || compareText(a.stop.stationId, b.stop.stationId));
  }

  get considered(): number {
    return this.#near.length;
  }

  /** Drafts at every station in reach, the goods in the hold sold there where it takes them. */
  begin(): Draft[] {
    const { room, credits, held, dockedStationId, nowMs } = this.#request;
    return this.#near.map(({ stop, way }) => {
      const isHere = stop.stationId === dockedStationId;
      const turns = isHere ? 0 : way.turns + TURN_COSTS.dock;
      const sale = planSale(held, stop);
      return {
        at: stop,
        legs: [
          {
            stationId: stop.stationId,
            sectorId: stop.sectorId,
            turns,
            hops: way.hops,
            trades: sale?.sold ?? [],
          },
        ],
        turns,
        hops: way.hops,
        hazard: way.hazard,
        profit: sale === null ? 0n : sale.income - sale.cost,
        credits: credits + (sale?.income ?? 0n),
        room: room + (sale?.room ?? 0),
        oldestAsOfMs: sale?.oldestAsOfMs ?? nowMs,
      };
    });
  }

  /** The ways on from where a draft stands to every station it has not been to and that takes what it sells. */
  onward(draft: Draft): Step[] {
    const ways = this.#waysFrom(draft.at.sectorId);
    if (ways === null) {
      return [];
    }
    const been = new Set(draft.legs.map(({ stationId }) => stationId));
    return this.#near.flatMap(({ stop }) => (been.has(stop.stationId) ? [] : this.#step(draft, stop, ways)));
  }

  /** The way back to the first stop, with other goods than were traded there. */
  back(draft: Draft): Step[] {
    const [first] = draft.legs;
    const begin = this.#near.find(({ stop }) => stop.stationId === first?.stationId)?.stop;
    const ways = this.#waysFrom(draft.at.sectorId);
    if (first === undefined || begin === undefined || ways === null) {
      return [];
    }
    const touched = new Set(first.trades.map(({ commodity }) => commodity));
    const markets = begin.markets.filter(({ commodity }) => !touched.has(commodity));
    return this.#step(draft, { ...begin, markets }, ways);
  }

  /**
   * The drafts after the best steps, the best 50 among them without fail: steps are taken in the order of what they
   * could gain at most, until none that is left can reach the fiftieth.
   */
  best(steps: readonly Step[]): Draft[] {
    const reached: { readonly draft: Draft; readonly score: number }[] = [];
    for (const { draft, to, way, bound } of steps.toSorted((a, b) => b.bound - a.bound)) {
      if (reached.length >= BEAM_WIDTH && bound < (reached[BEAM_WIDTH - 1]?.score ?? 0)) {
        break;
      }
      const load = planLoad(draft.at, to, draft);
      if (load === null) {
        continue;
      }
      const next = advance(draft, to, way, load);
      const score = this.#scoreOf(next);
      const place = reached.findIndex((other) => other.score < score);
      reached.splice(place < 0 ? reached.length : place, 0, { draft: next, score });
    }
    return this.ranked(reached.map(({ draft }) => draft)).slice(0, BEAM_WIDTH);
  }

  ranked(drafts: readonly Draft[]): Draft[] {
    return drafts
      .map((draft) => ({ draft, score: this.#scoreOf(draft) }))
      .sort(
        (a, b) =>
          b.score - a.score || a.draft.turns - b.draft.turns || compareText(nameOf(a.draft), nameOf(b.draft)),
      )
      .map(({ draft }) => draft);
  }

  /** The best route of each set of stations, at most five. */
  distinct(drafts: readonly Draft[]): TradeRoute[] {
    const routes = new Map<string, TradeRoute>();
    for (const draft of this.ranked(drafts)) {
      const stations = [...new Set(draft.legs.map(({ stationId }) => stationId))].sort().join(' ');
      if (!routes.has(stations)) {
        routes.set(stations, this.#routeOf(draft));
      }
      if (routes.size === MAX_ROUTES) {
        break;
      }
    }
    return [...routes.values()];
  }

  #step(draft: Draft, to: KnownStop, ways: CourseTable): Step[] {
    const margin = bestMargin(draft.at, to);
    const way = margin > 0 ? ways(to.sectorId) : null;
    if (way === null || way.hops > this.#request.maxHops) {
      return [];
    }
    const turns = draft.turns + way.turns + TURN_COSTS.dock;
    const hazard = Math.max(draft.hazard, way.hazard);
    // One credit more than can be gained, so that rounding never makes a bound too low.
    const profit = Number(draft.profit) + margin * draft.room + 1;
    return [{ draft, to, way, bound: this.#score({ ...draft, turns, hazard }, profit) }];
  }

  /** Ways from a sector; null once the work of one answer is used up. */
  #waysFrom(sectorId: number): CourseTable | null {
    const known = this.#ways.get(sectorId);
    if (known !== undefined || this.#ways.size >= MAX_SEARCHES) {
      return known ?? null;
    }
    const ways = this.#request.waysFrom(sectorId);
    this.#ways.set(sectorId, ways);
    return ways;
  }

  #scoreOf(draft: Draft): number {
    return this.#score(draft, Number(draft.profit));
  }

  #score(draft: Pick<Draft, 'turns' | 'hazard' | 'oldestAsOfMs'>, profit: number): number {
    const turns = Math.max(1, draft.turns);
    switch (this.#request.objective) {
      case 'profit':
        return profit;
      case 'profit_per_turn':
        return profit / turns;
      case 'low_risk':
        return (profit * this.#confidenceOf(draft)) / (turns * (WHOLE_BP + draft.hazard * 1_000));
    }
  }

  #confidenceOf({ oldestAsOfMs }: Pick<Draft, 'oldestAsOfMs'>): number {
    const age = Math.max(0, this.#request.nowMs - oldestAsOfMs);
    return Math.floor((WHOLE_BP * HALF_TRUSTED_MS) / (HALF_TRUSTED_MS + age));
  }

  #routeOf(draft: Draft): TradeRoute {
    const { legs, turns, hops, profit, oldestAsOfMs, hazard } = draft;
    return {
      legs,
      turns,
      hops,
      profit,
      profitPerTurnX100: Number((profit * 100n) / BigInt(Math.max(1, turns))),
      oldestAsOfMs,
      confidenceBp: this.#confidenceOf(draft),
      risk: hazardRisk(hazard),
    };
  }
}

function advance(draft: Draft, to: KnownStop, way: TableEntry, load: Load): Draft {
  const here = draft.legs.at(-1) as RouteLeg;
  const turns = way.turns + TURN_COSTS.dock;
  return {
    at: to,
    legs: [
      ...draft.legs.slice(0, -1),
      { ...here, trades: [...here.trades, ...load.bought] },
      { stationId: to.stationId, sectorId: to.sectorId, turns, hops: way.hops, trades: load.sold },
    ],
    turns: draft.turns + turns,
    hops: draft.hops + way.hops,
    hazard: Math.max(draft.hazard, way.hazard),
    profit: draft.profit + load.income - load.cost,
    credits: draft.credits - load.cost + load.income,
    room: draft.room,
    oldestAsOfMs: Math.min(draft.oldestAsOfMs, load.oldestAsOfMs),
  };
}

const nameOf = ({ legs }: Draft): string => legs.map(({ stationId }) => stationId).join(' ');

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
