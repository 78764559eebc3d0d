import { beforeEach, describe, expect, it } from 'vitest';
import type { TripStop } from './trip-memory.ts';
import { readTrip, rememberStop, repeatAt, writeTrip } from './trip-memory.ts';

const stop = (stationId: string, quantity = 1): TripStop => ({
  stationId,
  stationName: stationId,
  sectorNumber: 1,
  lines: [{ side: 'buy', commodity: 'ore', quantity }],
});

describe('round trip memory', () => {
  beforeEach(() => localStorage.clear());

  it('is the last two stations, each with its last order', () => {
    const trip = [stop('a'), stop('b'), stop('a', 5), stop('c')].reduce(
      rememberStop,
      [] as readonly TripStop[],
    );
    expect(trip.map(({ stationId }) => stationId)).toEqual(['c', 'a']);
    expect(repeatAt(trip, 'a')?.here.lines[0]?.quantity).toBe(5);
    expect(repeatAt(trip, 'b')).toBeNull();
  });

  it('needs both ends', () => {
    expect(repeatAt([stop('a')], 'a')).toBeNull();
  });

  it('is kept a player and survives nonsense', () => {
    writeTrip('p1', [stop('a')]);
    expect(readTrip('p1')).toHaveLength(1);
    expect(readTrip('p2')).toEqual([]);
    localStorage.setItem('sw.trip.p1', '{');
    expect(readTrip('p1')).toEqual([]);
  });
});
