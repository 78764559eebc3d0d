import { describe, expect, it } from 'vitest';
import { marketView } from '../economy/index.ts';
import { refuse } from '../refusal.ts';
import { buildDockState, buildTradeContext, buildTradeState, NOON } from '../testing/build-trade.ts';
import {
  ACTION_IDS,
  describeAction,
  describeAutopilot,
  describeChat,
  describeDock,
  describeMove,
  describePlot,
  describeScan,
  describeTrade,
  describeUndock,
} from './index.ts';

const outlook = {
  status: 'in_space',
  turns: { turns: 10, anchorMs: NOON, frac: 0 },
  turnCap: 1_000,
  turnMultiplierBp: 10_000,
  cost: 3,
} as const;

describe('describeAction', () => {
  it('is enabled without a refusal', () => {
    expect(describeAction('plot', null)).toEqual({
      id: 'plot',
      enabled: true,
      reason: null,
      reasonParams: {},
      cost: {},
      limits: null,
      confirm: 'none',
    });
  });

  it('gives the reason and what belongs to it', () => {
    expect(describeAction('chat', refuse('muted', { until: 5 }), { confirm: 'danger' })).toMatchObject({
      enabled: false,
      reason: 'muted',
      reasonParams: { until: 5 },
      confirm: 'danger',
    });
  });

  it('names every action once', () => {
    expect(new Set(ACTION_IDS).size).toBe(ACTION_IDS.length);
  });
});

describe('flight', () => {
  it('prices a move', () => {
    expect(describeMove(outlook, NOON)).toMatchObject({ id: 'move', enabled: true, cost: { turns: 3 } });
  });

  it.each([
    [{ status: null }, 'ship_cannot_move'],
    [{ status: 'docked' }, 'must_undock'],
    [{ isInTransit: true }, 'in_transit'],
    [{ lastEngagementAtMs: NOON }, 'in_combat'],
    [{ blocked: refuse('warp_disrupted', { until: 9 }) }, 'warp_disrupted'],
    [{ cost: 11 }, 'insufficient_turns'],
    [{ cost: 11, blocked: refuse('region_closed') }, 'region_closed'],
  ] as const)('%j: %s', (change, reason) => {
    expect(describeMove({ ...outlook, ...change }, NOON)).toMatchObject({ enabled: false, reason });
  });

  it('plots always', () => {
    expect(describePlot().enabled).toBe(true);
  });

  it('runs one autopilot at a time', () => {
    expect(describeAutopilot(outlook, null, NOON)).toMatchObject({
      enabled: true,
      limits: { min: 1, max: 25 },
    });
    expect(describeAutopilot(outlook, NOON + 1, NOON).reason).toBe('autopilot_active');
    expect(describeAutopilot({ ...outlook, status: 'docked' }, null, NOON).reason).toBe('must_undock');
  });

  it('scans for 2 and 5 turns', () => {
    const here = { type: 'nebula', hazard: 3, nebulaDensity: 100 } as const;
    const state = { ...outlook, hasActiveShip: true, isInTransit: false, here };
    expect(describeScan(state, 'adjacent', NOON)).toMatchObject({
      id: 'scan_adjacent',
      reason: 'sensors_blind',
      cost: { turns: 2 },
    });
    expect(describeScan(state, 'deep', NOON)).toMatchObject({
      id: 'scan_deep',
      enabled: true,
      cost: { turns: 5 },
    });
  });
});

describe('station', () => {
  it('docks for a turn and a fee', () => {
    expect(describeDock(buildDockState(), NOON)).toMatchObject({
      id: 'dock',
      enabled: true,
      cost: { turns: 1, credits: 25n },
    });
    expect(describeDock(buildDockState({ ship: null }), NOON).reason).toBe('no_active_ship');
    expect(describeDock(buildDockState({ isDenied: true }), NOON).reason).toBe('denied_by_owner');
  });

  it('undocks for the mooring', () => {
    const ship = {
      type: 'light_freighter',
      status: 'docked',
      sectorId: 12,
      stationId: 'station-a',
      dockedAtMs: NOON - 3 * 86_400_000,
    } as const;
    expect(describeUndock(buildDockState({ ship, credits: 10_000n }), NOON)).toMatchObject({
      enabled: true,
      cost: { turns: 0, credits: 400n },
    });
    expect(describeUndock(buildDockState(), NOON)).toMatchObject({
      reason: 'not_docked',
      cost: { credits: 0n },
    });
  });

  it('buys and sells within the limits of the market view', () => {
    const [state, ctx] = [buildTradeState({ credits: 100n }), buildTradeContext()];
    const [ore, organics] = marketView(state, ctx);
    expect(ore && describeTrade('buy', 'ore', ore, state, ctx)).toMatchObject({
      id: 'buy',
      enabled: true,
      limits: { min: 1, max: 3, step: 1 },
    });
    expect(ore && describeTrade('sell', 'ore', ore, state, ctx).reason).toBe('commodity_not_traded');
    expect(organics && describeTrade('sell', 'organics', organics, state, ctx)).toMatchObject({
      reason: 'not_in_cargo',
      limits: { max: 0 },
    });
    const poor = buildTradeState({ credits: 5n });
    expect(ore && describeTrade('buy', 'ore', ore, poor, ctx).reason).toBe('insufficient_credits');
  });
});

describe('chat', () => {
  it('waits for a mute to end', () => {
    expect(describeChat(null, NOON).enabled).toBe(true);
    expect(describeChat(NOON, NOON).enabled).toBe(true);
    expect(describeChat(NOON + 1, NOON)).toMatchObject({
      reason: 'muted',
      reasonParams: { until: NOON + 1 },
    });
  });
});
