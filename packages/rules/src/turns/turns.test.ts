import { describe, expect, it } from 'vitest';
import {
  availableAt,
  checkTurns,
  fullAt,
  grantTurns,
  nextTurnInMs,
  ratePerHourX100,
  settleTurns,
  spendTurns,
  TURN_COSTS,
  turnCap,
  turnMultiplierBp,
  welcomeBackGrant,
} from './index.ts';

const DAY = 86_400_000;
const CAP = 1000;
const RATE = 10_000;
const empty = { turns: 0, anchorMs: 0, frac: 0 };

describe('settleTurns', () => {
  it.each([
    [86_399, 10_000, { turns: 0, frac: 863_990_000 }],
    [86_400, 10_000, { turns: 1, frac: 0 }],
    [86_401, 10_000, { turns: 1, frac: 10_000 }],
    [DAY - 1, 10_000, { turns: 999, frac: 863_990_000 }],
    [DAY / 2, 15_000, { turns: 750, frac: 0 }],
    [DAY / 2, 10_500, { turns: 525, frac: 0 }],
  ])('after %d ms at %d bp', (elapsed, rate, expected) => {
    expect(settleTurns(empty, elapsed, CAP, rate)).toEqual({ ...expected, anchorMs: elapsed });
  });

  it('gives no turn a unit too early', () => {
    const almost = { turns: 0, anchorMs: 0, frac: 863_989_999 };
    expect(settleTurns(almost, 1, CAP, RATE)).toEqual({ turns: 0, anchorMs: 1, frac: 863_999_999 });
    expect(settleTurns(almost, 2, CAP, RATE)).toEqual({ turns: 1, anchorMs: 2, frac: 9_999 });
  });

  it('stops at the cap and banks nothing there', () => {
    expect(settleTurns(empty, DAY * 3 + 5, CAP, RATE)).toEqual({
      turns: 1000,
      anchorMs: DAY * 3 + 5,
      frac: 0,
    });
    expect(settleTurns({ turns: 1000, anchorMs: 0, frac: 7 }, 5, CAP, RATE)).toEqual({
      turns: 1000,
      anchorMs: 5,
      frac: 0,
    });
  });

  it('keeps a grant above the cap', () => {
    expect(settleTurns({ turns: 1400, anchorMs: 0, frac: 0 }, DAY, CAP, RATE).turns).toBe(1400);
  });

  it('never removes turns when the clock runs backwards', () => {
    expect(settleTurns({ turns: 5, anchorMs: 1000, frac: 42 }, 400, CAP, RATE)).toEqual({
      turns: 5,
      anchorMs: 400,
      frac: 42,
    });
  });

  it('stays exact for a pool that was left alone since 1970', () => {
    expect(settleTurns(empty, 4_000_000_000_000, CAP, 15_000).turns).toBe(CAP);
    expect(settleTurns({ turns: 0, anchorMs: 0, frac: 1 }, 999_999_999_999, 2 ** 50, 15_000)).toEqual({
      turns: 17_361_111,
      anchorMs: 999_999_999_999,
      frac: 95_985_001,
    });
  });
});

describe('outlook', () => {
  it('tells when the next turn comes', () => {
    expect(nextTurnInMs(empty, CAP, RATE)).toBe(86_400);
    expect(nextTurnInMs({ ...empty, frac: 1 }, CAP, RATE)).toBe(86_400);
    expect(nextTurnInMs({ ...empty, frac: 863_999_999 }, CAP, RATE)).toBe(1);
    expect(nextTurnInMs({ ...empty, turns: 1000 }, CAP, RATE)).toBeNull();
  });

  it('tells when the pool is full', () => {
    expect(fullAt({ turns: 999, anchorMs: 50, frac: 0 }, CAP, RATE)).toBe(86_450);
    expect(fullAt({ turns: 1000, anchorMs: 50, frac: 0 }, CAP, RATE)).toBeNull();
  });

  it('tells when a need can be met', () => {
    expect(availableAt({ turns: 10, anchorMs: 50, frac: 0 }, 10, CAP, RATE)).toBe(50);
    expect(availableAt({ turns: 10, anchorMs: 50, frac: 0 }, 12, CAP, RATE)).toBe(172_850);
    expect(availableAt({ turns: 10, anchorMs: 50, frac: 0 }, 1001, CAP, RATE)).toBeNull();
  });

  it('shows 41.67 an hour at the base rate', () => {
    expect(ratePerHourX100(10_000)).toBe(4167);
    expect(ratePerHourX100(15_000)).toBe(6250);
  });
});

describe('turnCap', () => {
  it.each([
    [0, 1000],
    [1, 1005],
    [12, 1060],
    [17, 1120],
  ])('rank %d has %d', (rank, cap) => {
    expect(turnCap(rank)).toBe(cap);
  });

  it('knows no rank 18', () => {
    expect(() => turnCap(18)).toThrow(RangeError);
  });
});

describe('turnMultiplierBp', () => {
  it.each([
    [{ ariaTrustLevel: 1 }, 10_000],
    [{ ariaTrustLevel: 5 }, 13_000],
    [{ ariaTrustLevel: 1, medalBp: 900 }, 10_500],
    [{ ariaTrustLevel: 5, medalBp: 500, eventBp: 12_000 }, 15_000],
    [{ ariaTrustLevel: 2, eventBp: 11_000 }, 11_550],
    [{ ariaTrustLevel: 1, eventBp: 5_000 }, 10_000],
  ])('%j gives %d', (sources, expected) => {
    expect(turnMultiplierBp(sources)).toBe(expected);
  });
});

describe('welcomeBackGrant', () => {
  it.each([
    [7 * DAY, 0],
    [7 * DAY + 1, 350],
    [9.5 * DAY, 450],
    [10 * DAY, 500],
    [400 * DAY, 500],
  ])('%d ms away gives %d', (absence, expected) => {
    expect(welcomeBackGrant(1_000, 1_000 + absence)).toBe(expected);
  });
});

describe('spending', () => {
  it('refuses what is not there and says when it will be', () => {
    expect(checkTurns({ turns: 2, anchorMs: 0, frac: 0 }, 3, CAP, RATE)).toEqual({
      code: 'insufficient_turns',
      details: { need: 3, have: 2, availableAt: 86_400 },
    });
    expect(checkTurns({ turns: 3, anchorMs: 0, frac: 0 }, 3, CAP, RATE)).toBeNull();
  });

  it('takes and grants', () => {
    expect(spendTurns({ turns: 5, anchorMs: 9, frac: 1 }, 5)).toEqual({ turns: 0, anchorMs: 9, frac: 1 });
    expect(grantTurns({ turns: 990, anchorMs: 9, frac: 1 }, 500).turns).toBe(1490);
  });

  it('pins the cost table of README 6', () => {
    expect(TURN_COSTS).toMatchObject({
      dock: 1,
      undock: 0,
      scan_adjacent: 2,
      scan_deep: 5,
      nexus_link: 5,
      gate_transit: 1,
    });
    expect(Object.entries(TURN_COSTS).filter(([, cost]) => cost === 0)).toEqual([
      ['undock', 0],
      ['lift_off', 0],
    ]);
  });
});
