import { describeRefine, REFINE_ORE, REFINE_PER_DAY, refineFee, utcDay } from '@sw/rules';
import { holdOf } from '../player/index.ts';
import type { ServiceProvider } from '../services/index.ts';
import { numberInput, presentService, presentServiceAction } from '../services/index.ts';
import { findRefiningDay, findTraded } from './refining.repository.ts';

const DAY_MS = 86_400_000;

/** The counter of the refinery. */
export const presentRefinery: ServiceProvider = async (
  deps,
  { station, ship, cargo, visit, purse },
  nowMs,
) => {
  const day = utcDay(nowMs);
  const [[made], traded] = await Promise.all([
    findRefiningDay(deps.db.sql, station.id, day),
    findTraded(deps.db.sql, station.id),
  ]);
  const madeToday = made?.made ?? 0;
  const state = {
    ...visit,
    wallet: purse.wallet,
    hold: holdOf(ship, cargo),
    madeToday,
    traded: traded.map(({ commodity }) => commodity),
  };
  const refine = describeRefine(state, nowMs);
  const fee = refineFee(station.serviceBp);
  return presentService('refining_facility', {
    params: { ore: REFINE_ORE, fee: Number(fee), day: REFINE_PER_DAY },
    facts: [
      { nameKey: 'fact.refining_left', kind: 'count', value: REFINE_PER_DAY - madeToday },
      { nameKey: 'fact.begins_anew', kind: 'moment', value: new Date((day + 1) * DAY_MS).toISOString() },
    ],
    actions: [
      presentServiceAction(refine, {
        path: `/stations/${station.id}/services/refine`,
        inputs: [numberInput('quantity', 'quantity', refine.limits)],
        price: { fixed: 0n, perUnit: fee, bp: 0 },
        params: { ore: REFINE_ORE },
        hasText: true,
      }),
    ],
  });
};
