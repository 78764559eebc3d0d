import type { LedgerReason } from '@sw/rules';
import { BURN, COMMODITIES, isTraded, MINT } from '@sw/rules';
import type { Pilot, StrategyKind } from '../players/pilot.ts';
import { STRATEGY_KINDS } from '../players/pilot.ts';
import type { SimSetting } from '../players/setting.ts';
import { wealthOf } from '../players/wealth.ts';

/** What one strategy did on one day. */
export interface StrategyDay {
  readonly players: number;
  readonly turns: number;
  /** Growth of credits, goods at cost and hulls. */
  readonly income: number;
}

/** The economy at the end of a day (rule book, economy 15.2). */
export interface DayReport {
  readonly day: number;
  readonly activePlayers: number;
  /** Wallets and treasuries. */
  readonly moneySupply: number;
  readonly minted: number;
  readonly burned: number;
  readonly priceIndex: number;
  readonly gini: number;
  readonly medianWealth: number;
  /** Shares of markets: sellers below 5 % of stock, buyers above 95 %. */
  readonly emptySellers: number;
  readonly fullBuyers: number;
  readonly strategies: Readonly<Record<StrategyKind, StrategyDay>>;
}

/** Where a pilot stood a day ago. */
export interface PilotMark {
  readonly turns: number;
  readonly wealth: number;
}

const LOW_STOCK = 0.05;
const WEEK_DAYS = 7;

/** Minted and burned up to now. */
export function moneyMoved({ world }: SimSetting): { readonly minted: number; readonly burned: number } {
  return {
    minted: -Number(world.books.balanceOf(MINT)),
    burned: Number(world.books.balanceOf(BURN)),
  };
}

/** The price index: mid prices now against base prices, weighted by the volume of the last seven days; 100 = base. */
export function priceIndex({ world }: SimSetting, weekVolume: Float64Array): number {
  let now = 0;
  let base = 0;
  for (const { index, commodity, row } of world.markets) {
    const good = COMMODITIES[commodity];
    const weight = weekVolume[index] as number;
    if (good === undefined || weight === 0) continue;
    const mid = (good.hi - ((good.hi - good.lo) * row.stock) / row.capacity) * (1 + row.driftBp / 10_000);
    now += mid * weight;
    base += good.base * weight;
  }
  return base === 0 ? 100 : (100 * now) / base;
}

/** Gini coefficient of non-negative values: 0 all equal, towards 1 one has all. */
export function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce(
    (sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value,
    0,
  );
  return weighted / (sorted.length * total);
}

/** The middle of some values; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Shares of markets at their ends. */
export function stockOuts({ world }: SimSetting): {
  readonly emptySellers: number;
  readonly fullBuyers: number;
} {
  const sellers = world.markets.filter(({ row }) => isTraded(row, 'buy'));
  const buyers = world.markets.filter(({ row }) => isTraded(row, 'sell'));
  return {
    emptySellers: sellers.filter(({ row }) => row.stock < row.capacity * LOW_STOCK).length / sellers.length,
    fullBuyers: buyers.filter(({ row }) => row.stock > row.capacity * (1 - LOW_STOCK)).length / buyers.length,
  };
}

/** Income and turns of each strategy since the marks, which move on to now. */
export function strategyDays(
  setting: SimSetting,
  pilots: readonly Pilot[],
  marks: Map<string, PilotMark>,
): Record<StrategyKind, StrategyDay> {
  const days = Object.fromEntries(
    STRATEGY_KINDS.map((kind) => [kind, { players: 0, turns: 0, income: 0 }]),
  ) as Record<StrategyKind, { players: number; turns: number; income: number }>;
  for (const pilot of pilots) {
    const mark = marks.get(pilot.id);
    const now = { turns: pilot.turnBook.spent, wealth: wealthOf(setting, pilot) };
    marks.set(pilot.id, now);
    if (mark === undefined || now.turns === mark.turns) continue;
    const day = days[pilot.kind];
    day.players += 1;
    day.turns += now.turns - mark.turns;
    day.income += now.wealth - mark.wealth;
  }
  return days;
}

/** The volumes of the last week: cumulative volumes now less those a week ago. */
export function weekOf(history: readonly Float64Array[], now: Float64Array): Float64Array {
  const then = history[Math.max(0, history.length - WEEK_DAYS)];
  return now.map((volume, index) => volume - (then?.[index] ?? 0));
}

/** Ledger totals by reason in credits, the largest first. */
export function reasonTotals(
  setting: SimSetting,
): readonly { readonly reason: LedgerReason; readonly minted: number; readonly burned: number }[] {
  return [...setting.world.books.totals()]
    .map(([reason, totals]) => ({ reason, minted: Number(totals.minted), burned: Number(totals.burned) }))
    .filter(({ minted, burned }) => minted + burned > 0)
    .sort((a, b) => b.minted + b.burned - a.minted - a.burned);
}
