import { describe, expect, it } from 'vitest';
import { changeReputation } from '../index.ts';
import { buildFleetShip } from '../testing/build-fleet.ts';
import { NOON } from '../testing/build-trade.ts';
import type { CastawayPilot } from './assist.ts';
import { applyAssist, checkAssist, hasFreeRescue } from './assist.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const helper = buildFleetShip('scout_ship', { status: 'in_space' });
const castaway: CastawayPilot = {
  shipType: 'escape_pod',
  status: 'in_space',
  acceptsRescue: true,
  assistedUntilMs: null,
};

describe('assisting a pod', () => {
  it('is for whoever flies a ship in open space', () => {
    expect(checkAssist(helper, castaway, NOON)).toBeNull();
    expect(checkAssist(buildFleetShip('escape_pod', { status: 'in_space' }), castaway, NOON)?.code).toBe(
      'ship_is_pod',
    );
    expect(checkAssist({ ...helper, status: 'docked' }, castaway, NOON)?.code).toBe('must_undock');
    expect(checkAssist({ ...helper, status: 'landed' }, castaway, NOON)?.code).toBe('must_lift_off');
  });

  it.each([
    ['flies a ship', { shipType: 'defender' as const }, 'not_in_pod', undefined],
    ['is docked', { status: 'docked' as const }, 'not_eligible', 'sheltered'],
    ['wants no help', { acceptsRescue: false }, 'not_eligible', 'no_help'],
    ['has had it', { assistedUntilMs: NOON + 1 }, 'not_eligible', 'no_help'],
  ])('is refused where the pilot %s', (_case, state, code, why) => {
    const refusal = checkAssist(helper, { ...castaway, ...state }, NOON);
    expect([refusal?.code, refusal?.details['why']]).toEqual([code, why]);
  });

  it('makes a rescue free for a day, after which the pod may be assisted again', () => {
    const { untilMs } = applyAssist({ today: 0, samePilotAtMs: null }, NOON);
    expect(untilMs).toBe(NOON + DAY);
    expect(hasFreeRescue(null, NOON)).toBe(false);
    expect(hasFreeRescue(untilMs, untilMs - 1)).toBe(true);
    expect(hasFreeRescue(untilMs, untilMs)).toBe(false);
    expect(checkAssist(helper, { ...castaway, assistedUntilMs: untilMs }, untilMs)).toBeNull();
  });

  it('is rewarded three times a day, and once in a week for the same pilot', () => {
    const points = (today: number, samePilotAtMs: number | null) =>
      applyAssist({ today, samePilotAtMs }, NOON).reputation;
    expect([0, 2, 3].map((today) => points(today, null))).toEqual([15, 15, 0]);
    expect(points(0, NOON - 7 * DAY + 1)).toBe(0);
    expect(points(0, NOON - 7 * DAY)).toBe(15);
  });
});

it('keeps a reputation on its scale', () => {
  expect([changeReputation(990, 15), changeReputation(-990, -25), changeReputation(0, 15)]).toEqual([
    1_000, -1_000, 15,
  ]);
});
