import { isProblem } from '@sw/api-client';
import type { CargoKind, CommodityCode } from '@sw/contracts';
import { commodityKey } from '@sw/contracts';
import type { Pilot, PlayerState, Step, Strategy } from '../pilot.ts';
import type { TradePlan } from './trade-plan.ts';
import { buyerOf, pairKey, plansOf } from './trade-plan.ts';
import { goDock } from './travel.ts';

type Side = 'buy' | 'sell';

const REST_MS = 20_000;
/** Hundredths by which a price may move against us between quote and trade. */
const TOLERANCE = 2n;
/** Kept back for docking: goods that cannot be landed are worth nothing. */
const RESERVE_CREDITS = 300n;
/** A purchase is made only while the expected sale still brings 3 % more than it costs. */
const LEAST_GAIN = 3n;

/** A commodity in the hold: other things are not sold at markets. */
const isSaleable = <T extends { readonly commodity: CargoKind; readonly quantity: number }>(
  held: T,
): held is T & { readonly commodity: CommodityCode } =>
  held.quantity > 0 && commodityKey.safeParse(held.commodity).success;

/** How many units the station would take or give now; 0 when not even one. */
const mostOf = async (
  pilot: Pilot,
  stationId: string,
  side: Side,
  commodity: CommodityCode,
): Promise<number> => {
  try {
    const { lines } = await pilot.api.quote({
      body: { stationId, lines: [{ side, commodity, quantity: 1 }] },
    });
    return lines[0]?.maxQuantity.max ?? 0;
  } catch (error) {
    const isNone = isProblem(
      error,
      'station_full',
      'insufficient_stock',
      'insufficient_credits',
      'cargo_full',
      'commodity_not_traded',
    );
    if (isNone) return 0;
    throw error;
  }
};

/** Flies the best known pair of stations to and fro, one commodity each way, with price limits. */
export const createPairPortTrader = (): Strategy => {
  const disappointing = new Set<string>();
  /** Stations that took no more of what is in the hold. */
  const full = new Set<string>();
  let plan: TradePlan | null = null;

  const drop = (chosen: TradePlan | null) => {
    if (chosen !== null) disappointing.add(pairKey(chosen));
    plan = null;
  };

  const choosePlan = async (pilot: Pilot, state: PlayerState): Promise<Step> => {
    const { items } = await pilot.api.listKnownPrices();
    const room = (state.ship?.cargoCapacity ?? 0) - (state.ship?.cargoUsed ?? 0);
    const credits = state.credits > RESERVE_CREDITS ? state.credits - RESERVE_CREDITS : 0n;
    const plans = plansOf(items, { credits, room }, disappointing);
    for (const candidate of plans.slice(0, 3)) {
      const { from, to } = candidate;
      const course = await pilot.api.plot({ body: { from: from.sectorId, to: to.sectorId } });
      if (course.totalToll === 0n) {
        plan = candidate;
        return { deed: 'planned' };
      }
    }
    disappointing.clear();
    return { deed: 'rested', waitMs: REST_MS };
  };

  /** The order that leaves the reserve, with its cost: prices rise with every unit, so it is asked for twice. */
  const affordable = async (pilot: Pilot, chosen: TradePlan) => {
    const { commodity, from } = chosen;
    const { stationId } = from;
    let quantity = Math.min(chosen.quantity, await mostOf(pilot, stationId, 'buy', commodity));
    for (let tries = 0; tries < 3 && quantity > 0; tries += 1) {
      const line = { side: 'buy', commodity, quantity } as const;
      const { lines, creditsAfter } = await pilot.api.quote({ body: { stationId, lines: [line] } });
      const cost = lines[0]?.net ?? 0n;
      const budget = cost + creditsAfter - RESERVE_CREDITS;
      if (cost <= budget) return { line, cost };
      quantity = budget <= 0n ? 0 : Number((BigInt(quantity) * budget) / cost);
    }
    return null;
  };

  const buy = async (pilot: Pilot, chosen: TradePlan): Promise<Step> => {
    const { stationId } = chosen.from;
    const order = await affordable(pilot, chosen);
    const expected = BigInt(order?.line.quantity ?? 0) * (chosen.to.bid ?? 0n);
    if (order === null || expected * 100n < order.cost * (100n + LEAST_GAIN)) {
      drop(chosen);
      return { deed: 'looked' };
    }
    const limitTotal = order.cost + (order.cost * TOLERANCE) / 100n;
    await pilot.api.execute({ body: { stationId, lines: [{ ...order.line, limitTotal }] } });
    return { deed: 'bought' };
  };

  const sell = async (
    pilot: Pilot,
    stationId: string,
    held: { readonly commodity: CommodityCode; readonly quantity: number },
  ): Promise<Step> => {
    const { commodity } = held;
    const quantity = Math.min(held.quantity, await mostOf(pilot, stationId, 'sell', commodity));
    if (quantity < 1) {
      full.add(stationId);
      drop(plan);
      return { deed: 'looked' };
    }
    const line = { side: 'sell', commodity, quantity } as const;
    const quote = await pilot.api.quote({ body: { stationId, lines: [line] } });
    const income = quote.lines[0]?.net ?? 0n;
    const limitTotal = income - (income * TOLERANCE) / 100n;
    await pilot.api.execute({ body: { stationId, lines: [{ ...line, limitTotal }] } });
    if (quantity === held.quantity) full.clear();
    return { deed: 'sold' };
  };

  const buyerFor = async (pilot: Pilot, commodity: CommodityCode) => {
    const { items } = await pilot.api.listKnownPrices({ query: { commodity } });
    return buyerOf(
      items.filter(({ stationId }) => !full.has(stationId)),
      commodity,
    );
  };

  const carry = async (
    pilot: Pilot,
    state: PlayerState,
    held: { readonly commodity: CommodityCode; readonly quantity: number },
  ): Promise<Step> => {
    const { commodity, quantity } = held;
    const goal = plan?.commodity === commodity ? plan.to : await buyerFor(pilot, commodity);
    if (goal === null) {
      full.clear();
      return { deed: 'rested', waitMs: REST_MS };
    }
    return (await goDock(pilot, state, goal)) ?? (await sell(pilot, goal.stationId, { commodity, quantity }));
  };

  return {
    name: 'trader',
    async step(pilot) {
      const state = await pilot.api.getPlayerState();
      const held = state.cargo.find(isSaleable);
      if (held !== undefined) return carry(pilot, state, held);
      if (plan === null) return choosePlan(pilot, state);
      return (await goDock(pilot, state, plan.from)) ?? buy(pilot, plan);
    },
  };
};
