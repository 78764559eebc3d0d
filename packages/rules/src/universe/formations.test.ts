import { describe, expect, it } from 'vitest';
import { terranInput } from '../testing/region-inputs.ts';
import type { LongWarp, Topology } from './draft.ts';
import { draftContext, NO_POCKET } from './draft.ts';
import { findFormations } from './formations.ts';
import { LaneNetwork } from './lane-network.ts';

const RING = 6;

/**
 * A Border map drawn by hand: a ring of six round the capital (0…5) with a tail of sectors behind it. Only what
 * formations look at is real.
 */
function mapOf(
  sectorCount: number,
  lanes: readonly (readonly [number, number])[],
  longWarps: readonly LongWarp[] = [],
): Topology {
  const network = new LaneNetwork(sectorCount);
  for (let sector = 0; sector < RING; sector++) {
    network.add(sector, (sector + 1) % RING, 'tree');
  }
  // Chords keep the ring itself from being a corridor.
  network.add(0, 3, 'extra');
  network.add(1, 4, 'extra');
  network.add(2, 5, 'extra');
  for (const [a, b] of lanes) {
    network.add(a, b, 'tree');
  }
  const none = new Int32Array(sectorCount);
  return {
    sectorCount,
    clusters: [],
    zones: [],
    zoneOf: new Array<'border'>(sectorCount).fill('border'),
    points: { x: none, y: none, z: none },
    clusterOf: new Uint8Array(sectorCount),
    hubs: [0],
    pocketOf: new Int16Array(sectorCount).fill(NO_POCKET),
    pockets: [],
    lanes: network,
    longWarps,
    gateway: null,
  };
}

function found(topology: Topology) {
  return findFormations(draftContext(terranInput('formations'), 0), topology).map(
    ({ kind, anchorNumber, memberNumbers }) => [kind, anchorNumber, memberNumbers],
  );
}

const tunnel = (a: number, b: number, isOneWay: boolean): LongWarp => ({
  a,
  b,
  kind: 'tunnel',
  isOneWay,
  isHidden: false,
});

describe('findFormations', () => {
  it('finds nothing on a plain map', () => {
    expect(found(mapOf(RING, []))).toEqual([]);
  });

  it('calls a single way out a dead end, but not when a tunnel leads on', () => {
    expect(found(mapOf(7, [[0, 6]]))).toEqual([['dead_end', 7, [7]]]);
    expect(found(mapOf(7, [[0, 6]], [tunnel(6, 3, false)]))).toEqual([]);
    expect(found(mapOf(7, [[0, 6]], [tunnel(3, 6, true)]))).toEqual([['dead_end', 7, [7]]]);
  });

  it('finds a chain of four as corridor, not one of three', () => {
    const chain = (length: number): [number, number][] => [
      ...Array.from({ length }, (_, i): [number, number] => [i === 0 ? 0 : RING + i - 1, RING + i]),
      [RING + length - 1, 3],
    ];
    expect(found(mapOf(RING + 4, chain(4)))).toEqual([['corridor', 7, [7, 8, 9, 10]]]);
    expect(found(mapOf(RING + 3, chain(3)))).toEqual([]);
  });

  it('finds crossroads from six lanes on', () => {
    const lanes: [number, number][] = [
      [0, 6],
      [0, 7],
      [0, 8],
      [6, 2],
      [7, 2],
      [8, 4],
    ];
    expect(found(mapOf(9, lanes))).toEqual([['crossroads', 1, [1]]]);
  });

  const bubble: [number, number][] = [
    [3, 6],
    [6, 7],
    [7, 8],
    [8, 6],
  ];

  it('finds a bubble behind one lane', () => {
    expect(found(mapOf(9, bubble))).toEqual([['bubble', 7, [7, 8, 9]]]);
  });

  it('keeps only the largest of nested bubbles', () => {
    const nested: [number, number][] = [...bubble, [8, 9], [9, 10], [10, 11], [11, 9]];
    expect(found(mapOf(12, nested))).toEqual([['bubble', 7, [7, 8, 9, 10, 11, 12]]]);
  });

  it('has no bubble in Federation', () => {
    const topology = mapOf(9, bubble);
    expect(
      found({ ...topology, zoneOf: topology.zoneOf.map((_, i) => (i === 8 ? 'federation' : 'border')) }),
    ).toEqual([]);
  });

  it('finds the one-way warp into a bubble as backdoor', () => {
    expect(found(mapOf(9, bubble, [tunnel(1, 8, true)]))).toContainEqual(['backdoor', 9, [2, 9]]);
    expect(found(mapOf(9, bubble, [tunnel(8, 1, true)]))).toEqual([['bubble', 7, [7, 8, 9]]]);
  });
});
