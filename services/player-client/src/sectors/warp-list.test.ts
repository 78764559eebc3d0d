import { describe, expect, it } from 'vitest';
import type { MoveOption } from './warp-list.ts';
import { warpRows } from './warp-list.ts';

const option = (number: number, more: Partial<MoveOption> = {}): MoveOption => ({
  warpId: number,
  to: 10_000 + number,
  number,
  code: `T-${number}`,
  regionName: 'terran-space',
  kind: 'lane',
  cost: 3,
  toll: 0n,
  oneWay: false,
  bearing: 0,
  level: 3,
  name: null,
  type: 'standard',
  hazard: 0,
  seenAt: null,
  station: null,
  affordable: true,
  blocked: null,
  actions: [],
  ...more,
});

const rows = (...warps: MoveOption[]) => warpRows({ regionName: 'terran-space', warps });

describe('warp list', () => {
  it('numbers this region first, lanes before tunnels, then by number', () => {
    const list = rows(
      option(7, { regionName: 'nexus', kind: 'nexus_link' }),
      option(402, { kind: 'tunnel' }),
      option(231),
      option(188),
    );
    expect(list.map(({ option: { number }, hotkey }) => [number, hotkey])).toEqual([
      [188, '1'],
      [231, '2'],
      [402, '3'],
      [7, '4'],
    ]);
  });

  it('gives the tenth warp the 0 and further ones no key', () => {
    const list = rows(...Array.from({ length: 12 }, (_, index) => option(index + 1)));
    expect(list[9]?.hotkey).toBe('0');
    expect(list[10]?.hotkey).toBe('');
  });

  it('marks what matters most about the other end', () => {
    const list = rows(
      option(1),
      option(2, { level: 1 }),
      option(3, { hazard: 4 }),
      option(4, { kind: 'tunnel', hazard: 9 }),
    );
    expect(list.map(({ tone }) => tone)).toEqual(['known', 'new', 'hazard', 'tunnel']);
  });

  it('is empty where nothing is known', () => {
    expect(warpRows({ regionName: 'x', warps: null })).toEqual([]);
  });
});
