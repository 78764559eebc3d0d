import { describe, expect, it } from 'vitest';
import { FakeGame } from '../testing/fake-game.ts';
import type { GuideView } from './guide-step.ts';
import { guideStep } from './guide-step.ts';

type Chain = NonNullable<GuideView['chain']>;

const STATION = '00000000-0000-4000-8000-000000000a18';
const OTHER = '00000000-0000-4000-8000-000000000a01';

const chain = (kind: Chain['kind'], done: number[] = []): Chain => {
  const { goal, reward, ...rest } = new FakeGame().chain();
  return {
    ...rest,
    kind,
    done,
    reward: BigInt(reward),
    goal: { ...goal, credits: BigInt(goal.credits), need: BigInt(goal.need) },
    target: {
      ...rest.target,
      commodity: 'ore',
      quantity: 20,
      need: 20,
      progress: 5,
      stationId: STATION,
      stationName: 'Hawkhelm Emporium',
      sectorId: 18,
      sectorNumber: 18,
    },
  };
};

const VIEW: GuideView = {
  mode: 'first',
  chain: chain('buy'),
  dockedAt: null,
  sectorId: 1,
  hasStation: true,
  cargoUsed: 0,
  courseEnd: null,
  screen: 'cockpit',
  selected: null,
  basket: [],
  boughtAt: null,
  hasSold: false,
};

const at = (part: Partial<GuideView>) => {
  const step = guideStep({ ...VIEW, ...part });
  return step === null ? null : [step.text, step.stage, step.controls[0] ?? null];
};

describe('the guide along the starter chain', () => {
  it('leads from the home dock into the hold, control by control', () => {
    expect(at({ dockedAt: OTHER })).toEqual(['undock', 1, 'undock']);
    expect(at({})).toEqual(['plot', 1, 'plot']);
    expect(at({ courseEnd: 18 })).toEqual(['engage', 1, 'engage']);
    expect(at({ sectorId: 18, courseEnd: null })).toEqual(['dock', 2, 'dock']);
    const there = { sectorId: 18, dockedAt: STATION };
    expect(at(there)).toEqual(['market', 3, 'market']);
    expect(at({ ...there, screen: 'market' })).toEqual(['amount', 3, 'amount-ore']);
    expect(at({ ...there, screen: 'market', selected: 'fuel' })).toEqual(['good', 3, 'good-ore']);
    expect(at({ ...there, screen: 'market', basket: [{ side: 'buy', commodity: 'ore' }] })).toEqual([
      'commit',
      3,
      'commit',
    ]);
  });

  it('goes on with the sale and ends when it is made', () => {
    const selling = chain('sell', [1]);
    expect(at({ chain: selling, dockedAt: OTHER })).toEqual(['undock', 4, 'undock']);
    expect(at({ chain: selling, sectorId: 18 })).toEqual(['dock', 5, 'dock']);
    expect(at({ chain: selling, dockedAt: STATION, screen: 'market' })).toEqual(['amount', 6, 'amount-ore']);
    expect(at({ chain: chain('course', [1, 2]), hasSold: true })).toEqual(['done', 6, null]);
    expect(at({ chain: null, hasSold: true })).toEqual(['done', 6, null]);
  });

  it('takes a purchase of something else, or a course elsewhere, for what it is', () => {
    const there = { sectorId: 18, dockedAt: STATION, screen: 'market' } as const;
    expect(at({ ...there, basket: [{ side: 'buy', commodity: 'fuel' }] })).toEqual([
      'amount',
      3,
      'amount-ore',
    ]);
    expect(at({ ...there, basket: [{ side: 'sell', commodity: 'ore' }] })).toEqual([
      'amount',
      3,
      'amount-ore',
    ]);
    expect(at({ courseEnd: 99 })).toEqual(['plot', 1, 'plot']);
  });

  it('asks for what is left of the task, and names the key only where it works', () => {
    expect(guideStep(VIEW)?.task?.quantity).toBe(15);
    expect(guideStep(VIEW)?.hotkey).toBe('Q');
  });

  it('leads back to the cockpit from where there is no such control', () => {
    const back = ['cockpit', 1, 'rail-cockpit'];
    expect(at({ screen: 'other' })).toEqual(back);
    expect(at({ screen: 'other', dockedAt: OTHER })).toEqual(back);
    expect(at({ screen: 'other', sectorId: 18 })).toEqual(['cockpit', 2, 'rail-cockpit']);
    expect(at({ screen: 'other', courseEnd: 18 })).toEqual(['engage', 1, 'engage']);
    expect(at({ screen: 'market', dockedAt: OTHER })).toEqual(['undock', 1, 'undock']);
  });

  it('is silent without a chain, before it, after it, and where the sale was skipped', () => {
    expect(at({ chain: null })).toBeNull();
    expect(at({ chain: { ...chain('buy'), key: 'dockhands_favour' } })).toBeNull();
    expect(at({ chain: chain('course', [1, 2, 3]) })).toBeNull();
    expect(at({ chain: chain('dock', [1]) })).toBeNull();
    const lost = chain('buy');
    expect(at({ chain: { ...lost, target: { ...lost.target, stationId: null } } })).toBeNull();
  });
});

describe('the guide once more', () => {
  const again = { mode: 'again', chain: null } as const;

  it('leads through any trade', () => {
    expect(at({ ...again, hasStation: false })).toEqual(['plot', 1, 'nearest']);
    expect(at(again)).toEqual(['dock', 2, 'dock']);
    expect(at({ ...again, dockedAt: OTHER })).toEqual(['market', 3, 'market']);
    expect(at({ ...again, dockedAt: OTHER, screen: 'market' })).toEqual(['amount', 3, 'goods']);
    const loaded = { ...again, cargoUsed: 30, boughtAt: { stationId: OTHER, sectorId: 1 } };
    expect(at({ ...loaded, dockedAt: OTHER })).toEqual(['undock', 4, 'undock']);
    expect(at(loaded)).toEqual(['plot', 4, 'rail-map']);
    expect(at({ ...loaded, courseEnd: 7 })).toEqual(['engage', 4, 'engage']);
    expect(at({ ...loaded, sectorId: 7 })).toEqual(['dock', 5, 'dock']);
    expect(at({ ...loaded, sectorId: 7, dockedAt: STATION })).toEqual(['market', 6, 'market']);
    expect(at({ ...again, hasSold: true })).toEqual(['done', 6, null]);
  });

  it('follows the chain while that still asks for a trade', () => {
    expect(at({ mode: 'again', dockedAt: OTHER })).toEqual(['undock', 1, 'undock']);
    expect(at({ mode: 'again', chain: chain('course', [1, 2, 3]), hasSold: true })).toEqual([
      'done',
      6,
      null,
    ]);
  });
});
