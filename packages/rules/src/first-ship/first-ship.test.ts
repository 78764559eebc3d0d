import { describe, expect, it } from 'vitest';
import type { CommodityKey, PublicMarketRow } from '../economy/index.ts';
import { NOON } from '../testing/build-trade.ts';
import type { FirstShipAct, FirstShipChain, PublicMarketplace, TargetSearch } from './index.ts';
import {
  ALL_FIRST_SHIP_STEPS,
  advanceFirstShip,
  checkSkipStep,
  chooseFirstShipTargets,
  firstShipGoal,
  firstShipQuantity,
  firstShipView,
  openSteps,
  skipFirstShip,
  skipFirstShipStep,
  startFirstShip,
} from './index.ts';

/** A chain that began before there were jobs. */
const WITHOUT_JOBS = [1, 2, 3, 5];

type Row = readonly [CommodityKey, 'buys' | 'sells', bigint];

/** A market in the sector of its number. */
function market(sectorId: number, ...rows: Row[]): PublicMarketplace {
  const publicRows = rows.map(
    ([commodity, direction, price]): PublicMarketRow => ({
      commodity,
      direction,
      ask: direction === 'sells' ? price : null,
      bid: direction === 'buys' ? price : null,
      stockTenths: 5,
    }),
  );
  return {
    sectorId,
    snapshot: { stationId: `s${sectorId}`, stationClass: 2, asOfMs: NOON, rows: publicRows },
  };
}

/** Sectors lie on a line, one hop apart; the player is in sector 1. */
function search(markets: PublicMarketplace[], overrides: Partial<TargetSearch> = {}): TargetSearch {
  return {
    hereSectorId: 1,
    markets,
    hopsBetween: (from, to) => Math.abs(from - to),
    freeCargo: 50,
    credits: 5_000n,
    ...overrides,
  };
}

describe('chooseFirstShipTargets', () => {
  it('takes the pair with the highest gain', () => {
    const markets = [
      market(2, ['ore', 'sells', 26n], ['equipment', 'sells', 76n]),
      market(3, ['ore', 'buys', 33n], ['equipment', 'buys', 80n]),
      market(5, ['ore', 'buys', 30n]),
    ];
    expect(chooseFirstShipTargets(search(markets))).toEqual({
      commodity: 'ore',
      quantity: 20,
      buyStationId: 's2',
      buySectorId: 2,
      sellStationId: 's3',
      sellSectorId: 3,
      thirdStationId: 's5',
      thirdSectorId: 5,
    });
  });

  it('prefers fewer hops, then lower station ids, at the same gain', () => {
    const far = [
      market(2, ['ore', 'sells', 20n]),
      market(5, ['ore', 'buys', 30n]),
      market(4, ['ore', 'buys', 30n]),
    ];
    expect(chooseFirstShipTargets(search(far))?.sellStationId).toBe('s4');
    const [a, b] = [market(4, ['ore', 'buys', 30n]), market(4, ['ore', 'buys', 30n])];
    const twins = [
      market(2, ['ore', 'sells', 20n]),
      { ...a, snapshot: { ...a.snapshot, stationId: 'z' } },
      { ...b, snapshot: { ...b.snapshot, stationId: 'y' } },
    ];
    expect(chooseFirstShipTargets(search(twins))?.sellStationId).toBe('y');
  });

  it('stays within three hops each while that pays, and grows hop by hop where it does not', () => {
    const markets = [
      market(2, ['ore', 'sells', 26n]),
      market(3, ['ore', 'buys', 27n]),
      market(7, ['ore', 'buys', 40n]),
    ];
    expect(chooseFirstShipTargets(search(markets))?.sellStationId).toBe('s3');
    const loss = [market(3, ['ore', 'buys', 20n]), ...markets.filter(({ sectorId }) => sectorId !== 3)];
    expect(chooseFirstShipTargets(search(loss))?.sellStationId).toBe('s7');
    const further = [...loss, market(8, ['ore', 'buys', 99n])];
    expect(chooseFirstShipTargets(search(further))?.sellStationId).toBe('s7');
  });

  it('never sells where it buys, and knows when nothing pays', () => {
    const both = market(2, ['ore', 'sells', 20n], ['ore', 'buys', 30n]);
    expect(chooseFirstShipTargets(search([both]))).toBeNull();
    expect(chooseFirstShipTargets(search([]))).toBeNull();
    const cut = search([market(2, ['ore', 'sells', 20n]), market(3, ['ore', 'buys', 30n])], {
      hopsBetween: () => Number.POSITIVE_INFINITY,
    });
    expect(chooseFirstShipTargets(cut)).toBeNull();
  });

  it('does not depend on the order of the stations', () => {
    const markets = [
      market(2, ['ore', 'sells', 26n], ['organics', 'buys', 18n]),
      market(3, ['ore', 'buys', 33n], ['organics', 'sells', 11n]),
      market(4, ['ore', 'buys', 33n]),
      market(5, ['organics', 'buys', 18n]),
    ];
    expect(chooseFirstShipTargets(search(markets.toReversed()))).toEqual(
      chooseFirstShipTargets(search(markets)),
    );
  });

  it.each([
    [50, 5_000n, 26n, 20],
    [7, 5_000n, 26n, 7],
    [50, 520n, 26n, 10],
    [50, 10n, 26n, 1],
    [0, 5_000n, 26n, 1],
  ])('hold %d, wallet %d, ask %d: %d units', (hold, credits, ask, expected) => {
    expect(firstShipQuantity(hold, credits, ask)).toBe(expected);
  });
});

const targets = {
  commodity: 'ore',
  quantity: 20,
  buyStationId: 'a',
  buySectorId: 2,
  sellStationId: 'b',
  sellSectorId: 3,
  thirdStationId: 'c',
  thirdSectorId: 5,
} as const;

function play(chain: FirstShipChain, ...acts: FirstShipAct[]) {
  let state = chain;
  const completed: number[] = [];
  let reward = 0n;
  for (const act of acts) {
    const advance = advanceFirstShip(state, act);
    state = advance.chain;
    completed.push(...advance.completed);
    reward += advance.reward;
    expect(advance.legs).toHaveLength(advance.completed.length);
  }
  return { chain: state, completed, reward };
}

const buy = (quantity: number, stationId = 'a'): FirstShipAct => ({
  type: 'bought',
  stationId,
  commodity: 'ore',
  quantity,
});
const sell = (quantity: number, stationId = 'b'): FirstShipAct => ({
  type: 'sold',
  stationId,
  commodity: 'ore',
  quantity,
});
const dock = (stationId: string): FirstShipAct => ({ type: 'docked', stationId });
const fly = (hops: number): FirstShipAct => ({ type: 'course_flown', hops });

describe('the chain', () => {
  const chain = startFirstShip(targets, ALL_FIRST_SHIP_STEPS);

  it('pays 500 for each of its five steps', () => {
    const run = play(chain, dock('a'), buy(20), dock('b'), sell(20), dock('c'), { type: 'job_paid' }, fly(3));
    expect(run).toMatchObject({ completed: [1, 2, 3, 4, 5], reward: 2_500n });
    expect(firstShipView(run.chain)).toBeNull();
    expect(play(run.chain, buy(20), sell(20), fly(9), { type: 'job_paid' }).reward).toBe(0n);
  });

  it('leaves the job out where there are none', () => {
    const short = startFirstShip(targets, WITHOUT_JOBS);
    const run = play(short, dock('a'), buy(20), sell(20), dock('b'), dock('c'), { type: 'job_paid' }, fly(4));
    expect(run).toMatchObject({ completed: [1, 2, 3, 5], reward: 2_000n });
  });

  it('adds up partial purchases, at the named station and of the named goods only', () => {
    const other: FirstShipAct = { type: 'bought', stationId: 'a', commodity: 'fuel', quantity: 99 };
    expect(play(chain, buy(19), buy(5, 'b'), other).completed).toEqual([]);
    expect(play(chain, buy(19), buy(1)).completed).toEqual([1]);
  });

  it('counts sales only after step 1', () => {
    expect(play(chain, sell(20), buy(20), sell(19)).completed).toEqual([1]);
    expect(play(chain, buy(20), sell(19), sell(1)).completed).toEqual([1, 2]);
    expect(play(skipFirstShipStep(chain, 1), sell(20)).completed).toEqual([2]);
  });

  it('counts later steps when they happen, and different stations once', () => {
    expect(play(chain, dock('x'), dock('x'), dock('y'), dock('z')).completed).toEqual([3]);
    expect(play(chain, fly(2), fly(3)).completed).toEqual([5]);
  });

  it('skips without pay and without return', () => {
    const skipped = skipFirstShipStep(chain, 3);
    expect(openSteps(skipped)).toEqual([1, 2, 4, 5]);
    expect(play(skipped, dock('a'), dock('b'), dock('c')).reward).toBe(0n);
    expect(checkSkipStep(skipped, 3)).toEqual({ code: 'invalid_state', details: { state: 'skipped' } });
    expect(checkSkipStep(play(chain, fly(3)).chain, 5)?.details).toEqual({ state: 'done' });
    expect(checkSkipStep(chain, 6)?.details).toEqual({ state: 'no_such_step' });
    expect(checkSkipStep(chain, 3)).toBeNull();
    expect(openSteps(skipFirstShip(play(chain, fly(3)).chain))).toEqual([]);
  });

  it('shows one step after the other', () => {
    expect(firstShipView(play(chain, buy(7)).chain)).toEqual({
      number: 1,
      kind: 'buy',
      step: 1,
      steps: 5,
      commodity: 'ore',
      quantity: 20,
      progress: 7,
      need: 20,
      stationId: 'a',
      sectorId: 2,
      reward: 500n,
    });
    expect(firstShipView(play(chain, buy(99)).chain)).toMatchObject({
      number: 2,
      stationId: 'b',
      progress: 0,
    });
    const docking = play(chain, buy(20), sell(20), dock('a'), dock('b')).chain;
    expect(firstShipView(docking)).toMatchObject({
      number: 3,
      progress: 2,
      need: 3,
      stationId: 'c',
      sectorId: 5,
    });
    const visited = play(chain, buy(20), sell(20), dock('c'), dock('b')).chain;
    expect(firstShipView(visited)).toMatchObject({ kind: 'dock', stationId: null });
    expect(firstShipView(skipFirstShipStep(skipFirstShipStep(docking, 3), 4))).toMatchObject({
      kind: 'course',
      step: 5,
      need: 3,
    });
    expect(firstShipView(skipFirstShipStep(docking, 3))).toMatchObject({
      kind: 'job',
      stationId: 'b',
      need: 1,
    });
    const short = skipFirstShipStep(play(startFirstShip(targets, WITHOUT_JOBS), buy(20), sell(20)).chain, 3);
    expect(firstShipView(short)).toMatchObject({ number: 5, step: 4, steps: 4 });
  });

  it('fills the goal bar up to a Cargo Hauler', () => {
    expect(firstShipGoal(5_000n, 2_000n)).toEqual({ credits: 7_000n, need: 50_000n });
    expect(firstShipGoal(80_000n, 0n)).toEqual({ credits: 50_000n, need: 50_000n });
  });
});
