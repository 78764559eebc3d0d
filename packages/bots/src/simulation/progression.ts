import type { ShipTypeKey } from '@sw/rules';
import { LADDER } from './players/ladder.ts';
import type { Pilot, StrategyKind } from './players/pilot.ts';
import { Simulation } from './simulation.ts';

/** The two kinds of honest trader whose progress the rule book promises (README I-41). */
export const MEASURED_KINDS = ['rule_trader', 'screen_trader'] as const;

/** Turns from first login after which each hull should be payable (README I-41). */
export const PROGRESSION_BANDS: Readonly<
  Partial<Record<ShipTypeKey, readonly [least: number, most: number]>>
> = {
  cargo_hauler: [800, 1_600],
  defender: [2_000, 3_500],
  carrier: [4_500, 8_000],
};

export interface ProgressionOrder {
  /** Active players of the region. */
  readonly players: number;
  readonly seeds: readonly string[];
  /** Newcomers of each kind and seed; a region of one has one at a time. */
  readonly newcomers: number;
  readonly days: number;
  /** Days the others play before the newcomers come. */
  readonly warmUpDays: number;
}

/** Turns to one hull, of all measured newcomers of one kind; infinity = not within the days. */
export interface ProgressionRow {
  readonly players: number;
  readonly kind: StrategyKind;
  readonly hull: ShipTypeKey;
  readonly turns: readonly number[];
}

/** How long newcomers of a region save for each hull, beside established players who trade all the while. */
export function measureProgression(order: ProgressionOrder): ProgressionRow[] {
  const pilots = order.seeds.flatMap((seed) =>
    order.players === 1
      ? MEASURED_KINDS.flatMap((kind) => newcomersOf(order, seed, [kind], 1))
      : newcomersOf(order, seed, MEASURED_KINDS, order.newcomers),
  );
  return MEASURED_KINDS.flatMap((kind) =>
    LADDER.map((hull) => ({
      players: order.players,
      kind,
      hull,
      turns: pilots
        .filter((pilot) => pilot.kind === kind)
        .map((pilot) => pilot.couldPay.get(hull) ?? Number.POSITIVE_INFINITY)
        .sort((a, b) => (a < b ? -1 : Number(a > b))),
    })),
  );
}

/** What a region that opens today offers those who all come on its first day. */
export interface LaunchRow {
  readonly players: number;
  /** How often active players are counted. */
  readonly flowEveryHours: number;
  /** Turns to a Cargo Hauler, ascending. */
  readonly turns: readonly number[];
}

/** Newcomers alone in a new region, counted as active once a day or once an hour. */
export function measureLaunch(
  players: number,
  seeds: readonly string[],
  flowEveryHours: number,
  days: number,
): LaunchRow {
  const turns = seeds.flatMap((seed) => {
    const half = players / 2;
    const population = { rule_trader: Math.ceil(half), screen_trader: Math.floor(half) };
    const simulation = new Simulation({ seed, population, flowEveryHours });
    runDays(simulation, days);
    return simulation.pilots.map(({ couldPay }) => couldPay.get('cargo_hauler') ?? Number.POSITIVE_INFINITY);
  });
  return { players, flowEveryHours, turns: turns.sort((a, b) => (a < b ? -1 : Number(a > b))) };
}

function newcomersOf(
  { players, days, warmUpDays }: ProgressionOrder,
  seed: string,
  kinds: readonly StrategyKind[],
  each: number,
): readonly Pilot[] {
  const others = Math.max(0, players - kinds.length * each);
  const simulation = new Simulation({
    seed,
    population: { rule_trader: Math.ceil(others / 2), screen_trader: Math.floor(others / 2) },
    knownPlayers: players,
  });
  if (others > 0) runDays(simulation, warmUpDays);
  const newcomers = kinds.flatMap((kind) => simulation.addPilots(kind, each));
  runDays(simulation, days);
  return newcomers;
}

function runDays(simulation: Simulation, days: number): void {
  for (let day = 0; day < days; day++) simulation.runDay();
}

/** The middle of sorted turns. */
export function medianTurns(turns: readonly number[]): number {
  return turns[Math.floor((turns.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}
