import { BASE_TURN_CAP, COMMODITY_KEYS, MAX_BALANCE, mayBeNegative, START_TURNS, turnCap } from '@sw/rules';
import type { Pilot } from '../players/pilot.ts';
import type { SimWorld } from '../world/world.ts';

/**
 * What must hold after every simulated day (rule book, README 9: I-1, I-2, I-3, I-9). Each entry is one broken
 * invariant in words; an empty list is the proof.
 */
export function brokenInvariants(world: SimWorld, pilots: readonly Pilot[]): string[] {
  return [
    ...brokenBooks(world),
    ...brokenStock(world),
    ...brokenGoods(world, pilots),
    ...brokenPilots(pilots),
  ];
}

function brokenBooks({ books }: SimWorld): string[] {
  const broken: string[] = [];
  let sum = 0n;
  for (const [account, balance] of books.balances()) {
    sum += balance;
    if (balance < 0n && !mayBeNegative(account)) broken.push(`I-2: ${account} is at ${balance}`);
    if (balance > MAX_BALANCE) broken.push(`I-2: ${account} holds more than an account may: ${balance}`);
  }
  return sum === 0n ? broken : [...broken, `I-1: all accounts together are ${sum}`];
}

function brokenStock({ markets, stations }: SimWorld): string[] {
  return markets
    .filter(({ row }) => !Number.isInteger(row.stock) || row.stock < 0 || row.stock > row.capacity)
    .map(
      ({ row, station }) =>
        `I-3: ${stations[station]?.trade.id} holds ${row.stock} of ${row.capacity} ${row.commodity}`,
    );
}

function brokenGoods({ markets, goods }: SimWorld, pilots: readonly Pilot[]): string[] {
  const present = new Float64Array(COMMODITY_KEYS.length);
  for (const { row, commodity } of markets) present[commodity] = (present[commodity] as number) + row.stock;
  for (const { hold } of pilots) {
    for (const { kind, quantity } of hold.items) {
      const commodity = COMMODITY_KEYS.indexOf(kind as (typeof COMMODITY_KEYS)[number]);
      if (commodity >= 0) present[commodity] = (present[commodity] as number) + quantity;
    }
  }
  return COMMODITY_KEYS.flatMap((key, commodity) => {
    const sources = (goods.opening[commodity] as number) + (goods.produced[commodity] as number);
    const due = sources - (goods.consumed[commodity] as number) - (goods.delivered[commodity] as number);
    return present[commodity] === due ? [] : [`I-3: ${present[commodity]} ${key} exist, ${due} should`];
  });
}

function brokenPilots(pilots: readonly Pilot[]): string[] {
  return pilots.flatMap((pilot) => {
    const { turns, turnBook, hold, id } = pilot;
    const due = START_TURNS + turnBook.regenerated - turnBook.spent;
    const used = hold.items.reduce((sum, { quantity }) => sum + quantity, 0);
    return [
      ...(turns.turns === due ? [] : [`I-9: ${id} has ${turns.turns} turns, his ledger says ${due}`]),
      ...(turns.turns < 0 || turns.turns > Math.max(BASE_TURN_CAP, turnCap(pilot.rankLevel))
        ? [`I-9: ${id} has ${turns.turns} turns`]
        : []),
      ...(used > hold.capacity ? [`I-3: ${id} carries ${used} in a hold of ${hold.capacity}`] : []),
    ];
  });
}
