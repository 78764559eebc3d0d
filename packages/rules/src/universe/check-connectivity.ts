import { LANES, REACH, TUNNELS } from './constants.ts';
import { hopsFrom, reversed, UNREACHED } from './graph.ts';
import { bridgesFrom } from './graph-bridges.ts';
import type { Examined } from './invariants.ts';
import { tunnelCount } from './tunnels.ts';
import type { SectorPlan } from './types.ts';

const CAPITAL = 0;
const MAX_FEDERATION_CUTS = 2;
const MAX_ONE_WAY_PERCENT = 5;

/** G4: visible lanes lead from the capital to every main sector and back. */
export function* checkMainNetwork({ plan, graph }: Examined): Generator<string> {
  const out = hopsFrom(graph.lanes, [CAPITAL]);
  const back = hopsFrom(reversed(graph.lanes), [CAPITAL]);
  for (const { number, pocketIndex } of plan.sectors) {
    if (pocketIndex === null && (out[number - 1] === UNREACHED || back[number - 1] === UNREACHED)) {
      yield `sector ${number} is cut off`;
    }
  }
}

/** G5: pockets hang together, lead to the capital, and no visible warp leads in. */
export function* checkPockets({ plan, graph }: Examined): Generator<string> {
  const pocketOf = plan.sectors.map(({ pocketIndex }) => pocketIndex);
  const back = hopsFrom(reversed(graph.visible), [CAPITAL]);
  for (const pocket of new Set(pocketOf.filter((index) => index !== null))) {
    const members = [...pocketOf.keys()].filter((sector) => pocketOf[sector] === pocket);
    const inside = graph.visible.map((targets, from) =>
      pocketOf[from] === pocket ? targets.filter((to) => pocketOf[to] === pocket) : [],
    );
    const there = hopsFrom(inside, members.slice(0, 1));
    const here = hopsFrom(reversed(inside), members.slice(0, 1));
    if (members.some((sector) => there[sector] === UNREACHED || here[sector] === UNREACHED)) {
      yield `pocket ${pocket} falls apart`;
    }
    if (members.some((sector) => back[sector] === UNREACHED)) {
      yield `pocket ${pocket} has no way out`;
    }
  }
  for (const { from, to, isHidden } of plan.warps) {
    const target = pocketOf[to - 1];
    if (!isHidden && target !== null && pocketOf[from - 1] !== target) {
      yield `warp ${from}>${to} enters a pocket openly`;
    }
  }
}

/** G6: Federation hangs together by two-way lanes, has no trap and at most two cuts of 4 sectors. */
export function* checkFederation({ plan, graph }: Examined): Generator<string> {
  const isInside = (index: number) => plan.sectors[index]?.zone === 'federation';
  const members = [...plan.sectors.keys()].filter(isInside);
  if (members.length === 0) {
    return;
  }
  const inside = graph.twoWayLanes.map((targets, from) => (isInside(from) ? targets.filter(isInside) : []));
  const hops = hopsFrom(inside, [CAPITAL]);
  for (const sector of members) {
    if (hops[sector] === UNREACHED) {
      yield `sector ${sector + 1} is cut off from Federation`;
    }
    if (graph.all[sector]!.length < 2) {
      yield `sector ${sector + 1} has fewer than two exits`;
    }
  }
  const cuts = bridgesFrom(inside, CAPITAL).filter(({ farSide }) => farSide.length >= LANES.cutRepairFarSide);
  if (cuts.length > MAX_FEDERATION_CUTS) {
    yield `${cuts.length} cuts in Federation`;
  }
}

/** G8: no one-way lane touches Federation, two-way lanes alone join the main network, one-way lanes are rare. */
export function* checkOneWayLanes({ plan, graph }: Examined): Generator<string> {
  let lanes = 0;
  let oneWay = 0;
  for (const [row, back] of graph.links.values()) {
    if (row?.kind === 'lane') {
      lanes++;
      oneWay += back ? 0 : 1;
      const ends = [plan.sectors[row.from - 1], plan.sectors[row.to - 1]];
      if (!back && ends.some((sector) => sector?.zone === 'federation')) {
        yield `one-way lane ${row.from}>${row.to} touches Federation`;
      }
    }
  }
  if (oneWay * 100 > lanes * MAX_ONE_WAY_PERCENT) {
    yield `${oneWay} of ${lanes} lanes are one-way`;
  }
  const hops = hopsFrom(graph.twoWayLanes, [CAPITAL]);
  for (const { number, pocketIndex } of plan.sectors) {
    if (pocketIndex === null && hops[number - 1] === UNREACHED) {
      yield `sector ${number} hangs on one-way lanes`;
    }
  }
}

/** G9: degrees stay within their caps and the mean out-degree within its band. */
export function* checkDegrees({ plan, graph }: Examined): Generator<string> {
  const isNexus = plan.regionKind === 'central_nexus';
  const hubs = new Set(plan.clusters.map(({ hubNumber }) => hubNumber));
  for (const { number, zone } of plan.sectors) {
    const laneCap = zone === 'federation' ? LANES.federationMaxDegree : LANES.maxDegree;
    const outCap = isNexus && hubs.has(number) ? LANES.hubMaxOutDegree : LANES.maxOutDegree;
    const out = graph.all[number - 1]!.length;
    if (graph.laneDegree[number - 1]! > laneCap || out > outCap) {
      yield `sector ${number} has ${graph.laneDegree[number - 1]} lanes and ${out} exits`;
    }
  }
  const [low, high] = isNexus ? [28, 32] : [33, 39];
  const tenfold = 10 * plan.warps.length;
  if (tenfold < low * plan.sectorCount || tenfold > high * plan.sectorCount) {
    yield `${plan.warps.length} warps for ${plan.sectorCount} sectors`;
  }
}

/** G10: the tunnels are as many as they should be, at least 140 ly long, and no sector has two. */
export function* checkTunnels({ plan, graph }: Examined): Generator<string> {
  const tunnels = [...graph.links.values()].flatMap(([row]) => (row?.kind === 'tunnel' ? [row] : []));
  const pockets = new Set(
    plan.sectors.map(({ pocketIndex }) => pocketIndex).filter((index) => index !== null),
  );
  const expected = tunnelCount({ input: plan }) + Math.ceil(pockets.size / 2);
  if (tunnels.length !== expected) {
    yield `${tunnels.length} tunnels instead of ${expected}`;
  }
  const used = new Set<number>();
  for (const { from, to } of tunnels) {
    const one = plan.sectors[from - 1]!;
    const other = plan.sectors[to - 1]!;
    if (squaredGap(one, other) < TUNNELS.minLength * TUNNELS.minLength) {
      yield `tunnel ${from}>${to} is too short`;
    }
    if (used.has(from) || used.has(to)) {
      yield `tunnel ${from}>${to} shares an end`;
    }
    used.add(from).add(to);
  }
}

/** G15: no main sector is too many hops from the capital. */
export function* checkReach({ plan, graph }: Examined): Generator<string> {
  const publicCap = plan.regionKind === 'central_nexus' ? REACH.nexusPublicHops : REACH.publicHops;
  const byAll = hopsFrom(graph.visible, [CAPITAL]);
  const byLane = hopsFrom(graph.lanes, [CAPITAL]);
  const laneCap = plan.sectorCount <= REACH.lanesOnlyMaxSectors ? REACH.lanesOnlyHops : plan.sectorCount;
  for (const { number, pocketIndex } of plan.sectors) {
    const isFar = byAll[number - 1]! > publicCap || byLane[number - 1]! > laneCap;
    if (pocketIndex === null && isFar) {
      yield `sector ${number} is ${byAll[number - 1]} hops away, ${byLane[number - 1]} by lane`;
    }
  }
}

function squaredGap(one: SectorPlan, other: SectorPlan): number {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  const dz = one.z - other.z;
  return dx * dx + dy * dy + dz * dz;
}
