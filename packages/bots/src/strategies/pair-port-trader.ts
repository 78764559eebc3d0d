import type { CommodityCode } from '@sw/contracts';
import type { Pilot, PlayerState, Step, Strategy } from '../pilot.ts';
import type { TradePlan } from './trade-plan.ts';
import { buyerOf, pairKey, plansOf } from './trade-plan.ts';
import { goDock } from './travel.ts';

const REST_MS = 20_000;
/** Hundredths by which a price may move against us between quote and trade. */
const TOLERANCE = 2n;
/** A purchase is made only while the expected sale still brings 3 % more than it costs. */
const LEAST_GAIN = 3n;

/** Flies the best known pair of stations to and fro, one commodity each way, with price limits. */
export const createPairPortTrader = (): Strategy => {
  const disappointing = new Set<string>();
  let plan: TradePlan | null = null;

  const choosePlan = async (pilot: Pilot, state: PlayerState): Promise<Step> => {
    const { items } = await pilot.api.listKnownPrices();
    const room = (state.ship?.cargoCapacity ?? 0) - (state.ship?.cargoUsed ?? 0);
    for (const candidate of plansOf(items, { credits: state.credits, room }, disappointing).slice(0, 3)) {
      const course = await pilot.api.plot({
        body: { from: candidate.from.sectorId, to: candidate.to.sectorId },
      });
      if (course.totalToll === 0n) {
        plan = candidate;
        return { deed: 'planned' };
      }
    }
    disappointing.clear();
    return { deed: 'rested', waitMs: REST_MS };
  };

  const buy = async (pilot: Pilot, chosen: TradePlan): Promise<Step> => {
    const { stationId } = chosen.from;
    const wanted = { side: 'buy', commodity: chosen.commodity, quantity: chosen.quantity } as const;
    const asked = await pilot.api.quote({ body: { stationId, lines: [wanted] } });
    const quantity = Math.min(chosen.quantity, asked.lines[0]?.maxQuantity.max ?? 0);
    const line = { ...wanted, quantity };
    const quote = quantity < 1 ? null : await pilot.api.quote({ body: { stationId, lines: [line] } });
    const cost = quote?.lines[0]?.net ?? 0n;
    const expected = BigInt(quantity) * (chosen.to.bid ?? 0n);
    if (cost === 0n || expected * 100n < cost * (100n + LEAST_GAIN)) {
      disappointing.add(pairKey(chosen));
      plan = null;
      return { deed: 'looked' };
    }
    const limitTotal = cost + (cost * TOLERANCE) / 100n;
    await pilot.api.execute({ body: { stationId, lines: [{ ...line, limitTotal }] } });
    return { deed: 'bought' };
  };

  const sell = async (
    pilot: Pilot,
    stationId: string,
    goods: { commodity: CommodityCode; quantity: number },
  ): Promise<Step> => {
    const wanted = { side: 'sell', ...goods } as const;
    const asked = await pilot.api.quote({ body: { stationId, lines: [wanted] } });
    const quantity = Math.min(goods.quantity, asked.lines[0]?.maxQuantity.max ?? 0);
    if (quantity < 1) {
      plan = null;
      return { deed: 'looked', waitMs: REST_MS };
    }
    const line = { ...wanted, quantity };
    const quote = await pilot.api.quote({ body: { stationId, lines: [line] } });
    const income = quote.lines[0]?.net ?? 0n;
    const limitTotal = income - (income * TOLERANCE) / 100n;
    await pilot.api.execute({ body: { stationId, lines: [{ ...line, limitTotal }] } });
    return { deed: 'sold' };
  };

  const carry = async (
    pilot: Pilot,
    state: PlayerState,
    held: PlayerState['cargo'][number],
  ): Promise<Step> => {
    const goal =
      plan?.commodity === held.commodity
        ? plan.to
        : buyerOf(
            (await pilot.api.listKnownPrices({ query: { commodity: held.commodity } })).items,
            held.commodity,
          );
    if (goal === null) return { deed: 'rested', waitMs: REST_MS };
    const { commodity, quantity } = held;
    return (await goDock(pilot, state, goal)) ?? (await sell(pilot, goal.stationId, { commodity, quantity }));
  };

  return {
    name: 'trader',
    async step(pilot) {
      const state = await pilot.api.getPlayerState();
      const held = state.cargo.find(({ quantity }) => quantity > 0);
      if (held !== undefined) return carry(pilot, state, held);
      if (plan === null) return choosePlan(pilot, state);
      return (await goDock(pilot, state, plan.from)) ?? buy(pilot, plan);
    },
  };
};
