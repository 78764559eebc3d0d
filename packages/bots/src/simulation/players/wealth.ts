import type { Pilot } from './pilot.ts';
import type { SimSetting } from './setting.ts';

const MEMORY_OF_INCOME = 0.15;

/** Credits and goods at cost, with what went into hulls: what a visit is judged by. */
export function wealthOf({ world }: SimSetting, pilot: Pilot): number {
  const goods = pilot.hold.items.reduce((sum, { quantity, avgCost }) => sum + quantity * Number(avgCost), 0);
  return Number(world.books.balanceOf(pilot.wallet) + pilot.invested) + goods;
}

/** Where a player stood before an act. */
export interface Standing {
  readonly turns: number;
  readonly credits: number;
}

/** What he has spent and what he is worth now. */
export function standingOf(setting: SimSetting, pilot: Pilot): Standing {
  return { turns: pilot.turnBook.spent, credits: wealthOf(setting, pilot) };
}

/** Lets him learn from an act what a turn is worth to him: a running average of his income. */
export function learnTurnValue(setting: SimSetting, pilot: Pilot, before: Standing): void {
  const turns = pilot.turnBook.spent - before.turns;
  if (turns === 0) return;
  const weight = 1 - (1 - MEMORY_OF_INCOME) ** (turns / 10);
  const rate = (wealthOf(setting, pilot) - before.credits) / turns;
  pilot.turnValue = Math.max(0, pilot.turnValue * (1 - weight) + rate * weight);
}
