import {
  LANES,
  LAYOUT,
  NEXUS_CLUSTER_SECTORS,
  NEXUS_SECTORS,
  PLAYER_SECTORS_MAX,
  PLAYER_SECTORS_MIN,
  TERRAN_SECTORS,
} from './constants.ts';
import type { Examined } from './invariants.ts';
import { distanceSquared, gridOf } from './spatial-grid.ts';

/** G1: the region has the sectors of its kind. */
export function* checkSectorCount({ plan }: Examined): Generator<string> {
  const { regionKind, sectorCount, sectors } = plan;
  if (sectors.length !== sectorCount) {
    yield `${sectors.length} sectors instead of ${sectorCount}`;
  }
  const isLegal = {
    central_nexus: sectorCount === NEXUS_SECTORS,
    terran_space: sectorCount === TERRAN_SECTORS,
    player_owned: sectorCount >= PLAYER_SECTORS_MIN && sectorCount <= PLAYER_SECTORS_MAX,
  }[regionKind];
  if (!isLegal) {
    yield `a ${regionKind} region never has ${sectorCount} sectors`;
  }
}

/** G2: numbers are exactly 1..N, in order. */
export function* checkNumbers({ plan }: Examined): Generator<string> {
  for (const [index, { number }] of plan.sectors.entries()) {
    if (number !== index + 1) {
      yield `number ${number} at place ${index + 1}`;
    }
  }
}

/** G3: zones tile 1..N and hold their sectors; clusters count their members and their hub is one of them. */
export function* checkZonesAndClusters({ plan }: Examined): Generator<string> {
  let next = 1;
  for (const { kind, startNumber, endNumber } of plan.zones) {
    if (startNumber !== next || endNumber < startNumber) {
      yield `zone ${kind} is ${startNumber}..${endNumber}`;
    }
    next = endNumber + 1;
    for (const sector of plan.sectors.slice(startNumber - 1, endNumber)) {
      if (sector.zone !== kind) {
        yield `sector ${sector.number} is ${sector.zone}, not ${kind}`;
      }
    }
  }
  if (next !== plan.sectorCount + 1) {
    yield `zones end at ${next - 1}`;
  }
  for (const { index, sectorCount, hubNumber } of plan.clusters) {
    const members = plan.sectors.filter(({ clusterIndex }) => clusterIndex === index).length;
    if (members !== sectorCount) {
      yield `cluster ${index} has ${members} sectors, not ${sectorCount}`;
    }
    if (plan.regionKind === 'central_nexus' && members !== NEXUS_CLUSTER_SECTORS) {
      yield `Nexus cluster ${index} has ${members} sectors`;
    }
    if (plan.sectors[hubNumber - 1]?.clusterIndex !== index) {
      yield `hub ${hubNumber} lies outside cluster ${index}`;
    }
  }
}

/** G7: no self-warps, no duplicates; the rows of a link are one, or two exact reverses. */
export function* checkWarpRows({ plan, graph }: Examined): Generator<string> {
  const seen = new Set<string>();
  for (const { from, to, kind } of plan.warps) {
    const key = `${from}>${to} ${kind}`;
    if (from === to || seen.has(key)) {
      yield key;
    }
    seen.add(key);
  }
  for (const [linkIndex, rows] of graph.links) {
    const [there, back] = rows;
    const isReverse =
      !there ||
      !back ||
      (there.from === back.to &&
        there.to === back.from &&
        there.kind === back.kind &&
        there.length === back.length &&
        there.extraCost === back.extraCost &&
        there.isHidden === back.isHidden);
    if (rows.length > 2 || !isReverse) {
      yield `link ${linkIndex}`;
    }
  }
}

/** G11: sectors are at least 8 ly apart, lanes at most 120 ly long. */
export function* checkDistances({ plan }: Examined): Generator<string> {
  const points = {
    x: Int32Array.from(plan.sectors, ({ x }) => x),
    y: Int32Array.from(plan.sectors, ({ y }) => y),
    z: Int32Array.from(plan.sectors, ({ z }) => z),
  };
  const grid = gridOf(points, points.x.keys(), LAYOUT.minGap);
  for (const index of points.x.keys()) {
    const near = grid.around(index, LAYOUT.minGap);
    for (const other of near.filter((candidate) => candidate > index)) {
      if (distanceSquared(points, index, other) < LAYOUT.minGap * LAYOUT.minGap) {
        yield `sectors ${index + 1} and ${other + 1} touch`;
      }
    }
  }
  for (const { from, to, kind, length } of plan.warps) {
    if (kind === 'lane' && length > LANES.maxLength) {
      yield `lane ${from}>${to} is ${length} ly long`;
    }
  }
}
