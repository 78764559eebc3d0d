import { describe, expect, it } from 'vitest';
import { checkZoneTuning, tunedZones } from './index.ts';

const fieldOf = (refusal: ReturnType<typeof checkZoneTuning>): unknown =>
  (refusal?.details['errors'] as { path: string; code: string }[] | undefined)?.[0];

describe('zones as an owner wants them', () => {
  it('are thirds of the numbers unless told otherwise', () => {
    expect(checkZoneTuning(500, {})).toBeNull();
    expect(tunedZones(500, {})).toMatchObject([
      { kind: 'federation', startNumber: 1, endNumber: 166, policing: 9, danger: 1 },
      { kind: 'border', startNumber: 167, endNumber: 333, policing: 5, danger: 4 },
      { kind: 'frontier', startNumber: 334, endNumber: 500, policing: 2, danger: 8 },
    ]);
  });

  it('tile the numbers at the boundaries given, with policing and danger moved', () => {
    const tuning = {
      federationEnd: 20,
      borderEnd: 80,
      shifts: { federation: { policing: 2, danger: -2 }, frontier: { policing: -2, danger: 2 } },
    };
    expect(checkZoneTuning(100, tuning)).toBeNull();
    expect(tunedZones(100, tuning)).toMatchObject([
      { startNumber: 1, endNumber: 20, policing: 10, danger: 0 },
      { startNumber: 21, endNumber: 80, policing: 5, danger: 4 },
      { startNumber: 81, endNumber: 100, policing: 0, danger: 10 },
    ]);
  });

  it.each([
    ['too few sectors', 99, {}, '/totalSectors', 'out_of_range'],
    ['too many', 1001, {}, '/totalSectors', 'out_of_range'],
    ['a fraction of a sector', 500.5, {}, '/totalSectors', 'out_of_range'],
    ['a small Federation', 500, { federationEnd: 99 }, '/zones', 'zone_too_small'],
    ['a small Border', 500, { federationEnd: 200, borderEnd: 299 }, '/zones', 'zone_too_small'],
    ['a small Frontier', 500, { borderEnd: 401 }, '/zones', 'zone_too_small'],
    ['boundaries that cross', 500, { federationEnd: 400, borderEnd: 200 }, '/zones', 'zone_too_small'],
    ['a fraction of a boundary', 500, { federationEnd: 150.5 }, '/zones', 'not_whole'],
    [
      'too much policing',
      500,
      { shifts: { border: { policing: 3, danger: 0 } } },
      '/zones/border',
      'shift_too_large',
    ],
    [
      'too little danger',
      500,
      { shifts: { border: { policing: 0, danger: -3 } } },
      '/zones/border',
      'shift_too_large',
    ],
    [
      'half a point',
      500,
      { shifts: { border: { policing: 0.5, danger: 0 } } },
      '/zones/border',
      'shift_too_large',
    ],
  ] as const)('are refused with %s', (_name, sectors, tuning, path, code) => {
    expect(fieldOf(checkZoneTuning(sectors, tuning))).toEqual({ path, code });
  });
});
