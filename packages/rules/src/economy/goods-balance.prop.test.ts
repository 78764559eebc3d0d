import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyRefine, checkRefine, REFINE_ORE } from '../refining/refine.ts';
import { buildMarket, buildStation, buildTradeContext, NOON } from '../testing/build-trade.ts';
import { buildVisit } from '../testing/build-visit.ts';
import { applyTrade } from './apply.ts';
import { heldQuantity } from './cargo.ts';
import { checkTrade } from './check.ts';
import { COMMODITY_KEYS, capacityAtSize } from './commodities.ts';
import { paceMarket } from './market-pace.ts';
import { settleMarket } from './settle-market.ts';
import type { CargoHold, MarketRow, TradeState } from './types.ts';

/*
 * Goods over a whole history (README I-3): traders with holds of their own, two stations with every good, hours that pass,
 * regions that fill and empty, and a refinery. Only production, consumption and refining change how many units there
 * are; every one of them is written down, and at the end the sums must agree.
 */

const HOUR = 3_600_000;
const STATIONS = ['station-a', 'station-b'] as const;
const PILOTS = 3;
const HOLD = 120;
const CONTEXT = buildTradeContext();

const arbStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('trade' as const),
      pilot: fc.nat(PILOTS - 1),
      station: fc.nat(STATIONS.length - 1),
      lines: fc.array(
        fc.record({
          side: fc.constantFrom('buy' as const, 'sell' as const),
          commodity: fc.constantFrom(...COMMODITY_KEYS),
          quantity: fc.integer({ min: 1, max: 90 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 240 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pace' as const), players: fc.integer({ min: 0, max: 700 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('refine' as const),
      pilot: fc.nat(PILOTS - 1),
      quantity: fc.integer({ min: 1, max: 20 }),
    }),
  },
);

type Step = typeof arbStep extends fc.Arbitrary<infer T> ? T : never;

/** Units by good. */
type Units = Record<string, number>;

class World {
  nowMs = NOON;
  readonly base: readonly MarketRow[] = COMMODITY_KEYS.map((commodity, index) => {
    const capacity = capacityAtSize(commodity, 5);
    const stock = Math.floor((capacity * ((index * 37) % 100)) / 100);
    return buildMarket({
      commodity,
      direction: 'both',
      targetBp: 5_000,
      capacity,
      stock,
      flowPerHour: 1 + index,
    });
  });
  readonly markets: MarketRow[][] = STATIONS.map(() => [...this.base]);
  readonly holds: CargoHold[] = Array.from({ length: PILOTS }, () => ({
    capacity: HOLD,
    colonistsPerUnit: 10,
    items: [],
  }));
  /** What sources gave and sinks took, net, by good. */
  readonly recorded: Units = {};
  /** What must never be and was. */
  readonly broken: string[] = [];
  /** Trades the rules let happen. */
  trades = 0;

  take(step: Step): void {
    if (step.kind === 'wait') this.nowMs += step.minutes * 60_000;
    if (step.kind === 'pace') this.pace(step.players);
    if (step.kind === 'refine') this.refine(step.pilot, step.quantity);
    if (step.kind === 'trade') this.trade(step);
  }

  /** Settles a station to now and writes down what it made or used up. */
  settle(station: number): void {
    this.change(station, (row) => {
      const after = settleMarket(row, STATIONS[station] ?? '', this.nowMs, CONTEXT.economySecret);
      const most = Math.floor((row.flowPerHour * (this.nowMs - row.asOfMs) + row.regenAcc) / HOUR);
      if (Math.abs(after.stock - row.stock) > most) this.broken.push(`${row.commodity} outran its flow`);
      return after;
    });
  }

  pace(players: number): void {
    for (const station of STATIONS.keys()) {
      this.settle(station);
      this.change(station, (row) => {
        const base = this.base.find(({ commodity }) => commodity === row.commodity) ?? row;
        return paceMarket(row, base, players);
      });
    }
  }

  trade({ pilot, station, lines }: Extract<Step, { kind: 'trade' }>): void {
    this.settle(station);
    const stationId = STATIONS[station] ?? '';
    const state: TradeState = {
      hasActiveShip: true,
      dockedStationId: stationId,
      credits: 1_000_000n,
      hold: this.hold(pilot),
      station: buildStation({ id: stationId, facility: 'tradedock' }),
      markets: this.markets[station] ?? [],
    };
    const limited = lines.map((line) => ({ ...line, limitTotal: line.side === 'buy' ? 10n ** 15n : 0n }));
    const context = { ...CONTEXT, nowMs: this.nowMs };
    const command = { stationId, lines: limited };
    if (checkTrade(state, command, context) !== null) return;
    const outcome = applyTrade(state, command, context);
    this.trades += 1;
    this.holds[pilot] = outcome.hold;
    this.markets[station] = (this.markets[station] ?? []).map(
      (row) => outcome.markets.find(({ commodity }) => commodity === row.commodity) ?? row,
    );
  }

  refine(pilot: number, quantity: number): void {
    const visit = buildVisit();
    const state = { ...visit, wallet: 1_000_000n, hold: this.hold(pilot), madeToday: 0, traded: [] };
    if (checkRefine(state, quantity, this.nowMs) !== null) return;
    this.holds[pilot] = applyRefine(state, quantity).hold;
    this.record('ore', -quantity * REFINE_ORE);
    this.record('precious_metals', quantity);
  }

  units(): Units {
    const all: Units = {};
    for (const commodity of COMMODITY_KEYS) {
      const onShelves = this.markets
        .flat()
        .reduce((sum, row) => sum + (row.commodity === commodity ? row.stock : 0), 0);
      all[commodity] = onShelves + this.holds.reduce((sum, hold) => sum + heldQuantity(hold, commodity), 0);
    }
    return all;
  }

  private hold(pilot: number): CargoHold {
    return this.holds[pilot] ?? { capacity: 0, colonistsPerUnit: 10, items: [] };
  }

  private change(station: number, move: (row: MarketRow) => MarketRow): void {
    this.markets[station] = (this.markets[station] ?? []).map((row) => {
      const after = move(row);
      this.record(row.commodity, after.stock - row.stock);
      return after;
    });
  }

  private record(commodity: string, units: number): void {
    this.recorded[commodity] = (this.recorded[commodity] ?? 0) + units;
  }
}

it('no unit appears or vanishes but by a recorded source or sink, whatever happens in whatever order (I-3)', () => {
  let trades = 0;
  fc.assert(
    fc.property(fc.array(arbStep, { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
      const world = new World();
      const opening = world.units();
      for (const step of steps) {
        world.take(step);
        for (const { commodity, stock, capacity } of world.markets.flat()) {
          if (stock < 0 || stock > capacity) world.broken.push(`${commodity}: ${stock} of ${capacity}`);
        }
      }
      expect(world.broken).toEqual([]);
      const closing = world.units();
      const booked = COMMODITY_KEYS.map((key) => (opening[key] ?? 0) + (world.recorded[key] ?? 0));
      expect(COMMODITY_KEYS.map((key) => closing[key])).toEqual(booked);
      trades += world.trades;
    }),
    { numRuns: 60 },
  );
  // Histories in which nobody ever trades would prove nothing.
  expect(trades).toBeGreaterThan(100);
});
