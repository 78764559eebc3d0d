import { describe, expect, it } from 'vitest';
import { chooseRegionCode, mapSlotPosition } from './index.ts';

describe('map slots', () => {
  it('fill rings of twelve around the Nexus, the second 15° further and 700 ly wider', () => {
    expect(mapSlotPosition(0)).toEqual([2600, 0, 0]);
    expect(mapSlotPosition(3)).toEqual([0, 2600, 0]);
    expect(mapSlotPosition(12)).toEqual([3188, 855, 0]);
    expect(mapSlotPosition(24)).toEqual([4000, 0, 0]);
  });

  it('never put two regions at one place, and opposite slots lie opposite', () => {
    const places = Array.from({ length: 120 }, (_, slot) => mapSlotPosition(slot).join(' '));
    expect(new Set(places).size).toBe(120);
    for (const slot of [0, 1, 2, 12, 13]) {
      const [x, y] = mapSlotPosition(slot);
      expect(mapSlotPosition(slot + 6)).toEqual([0 - x, 0 - y, 0].map((value) => value + 0));
    }
  });

  it('refuse what is no slot', () => {
    for (const slot of [-1, 1.5, Number.NaN]) expect(() => mapSlotPosition(slot)).toThrow(RangeError);
  });
});

describe('region codes', () => {
  it('take letters of the name in their order', () => {
    expect(chooseRegionCode('kepler', new Set())).toBe('KEP');
    expect(chooseRegionCode('kepler', new Set(['KEP', 'KEL']))).toBe('KEE');
    expect(chooseRegionCode('x-9', new Set())).toBe('X00');
  });

  it('are never those of the platform', () => {
    expect(chooseRegionCode('terminal', new Set())).toBe('TEM');
    expect(chooseRegionCode('nex', new Set())).toBe('N00');
  });

  it('are any free one when the name has none left, and none when all are taken', () => {
    const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const all = [...digits].flatMap((a) => [...digits].flatMap((b) => [...digits].map((c) => a + b + c)));
    expect(chooseRegionCode('abc', new Set(all.filter((code) => code !== 'ZZ9')))).toBe('ZZ9');
    expect(chooseRegionCode('abc', new Set(all))).toBeNull();
  });
});
