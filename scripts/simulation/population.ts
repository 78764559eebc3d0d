import type { Population } from '@sw/bots/simulation';

/** Shares of a region in percent; what is left plays by the screen. */
const SHARES = { rule_trader: 35, explorer: 8, optimiser: 5, hoarder: 5 } as const;

/** A mixed region of so many players: mostly honest traders, at least one of each kind where there is room. */
export const mixedPopulation = (players: number): Population => {
  const counts = Object.fromEntries(
    Object.entries(SHARES).map(([kind, percent]) => [
      kind,
      players < Object.keys(SHARES).length + 1 ? 0 : Math.max(1, Math.round((players * percent) / 100)),
    ]),
  );
  const others = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...counts, screen_trader: players - others };
};

/** Fresh accounts that a swarm opens each day beside them. */
export const swarmOf = (players: number): number => Math.ceil(players / 25);
