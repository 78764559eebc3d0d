import { describe, expect, it } from 'vitest';
import { flightOrders, NOTHING_SPENT } from './flight-orders.ts';

const settings = {
  stopOn: ['player' as const],
  minHullPct: 70,
  maxTurns: 40,
  maxTollTotal: 500,
  crossRegions: false,
};

describe('the orders of a flight', () => {
  it('are what the player chose', () => {
    expect(flightOrders(settings, NOTHING_SPENT)).toEqual({ ...settings, maxTollTotal: 500n });
  });

  it('hold for all its requests together', () => {
    expect(flightOrders(settings, { turns: 15, tolls: 120n })).toMatchObject({
      maxTurns: 25,
      maxTollTotal: 380n,
    });
    expect(flightOrders(settings, { turns: 41, tolls: 600n })).toMatchObject({
      maxTurns: 0,
      maxTollTotal: 0n,
    });
  });

  it('know no limit of turns where the player sets none', () => {
    expect(flightOrders({ ...settings, maxTurns: 0 }, { turns: 15, tolls: 0n })).not.toHaveProperty(
      'maxTurns',
    );
  });
});
