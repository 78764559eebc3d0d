import { CAPITAL_NUMBER, PROTECTED_HAZARD_MAX } from './constants.ts';
import type { Examined } from './invariants.ts';
import { typeCounts } from './sector-types.ts';
import { isEmptySpace } from './station-sites.ts';
import type { BaseSectorType } from './types.ts';

const MAX_NATURAL_PLANETS = 3;

/** G13: nothing stands in empty space, one station and three planets at most in a sector. */
export function* checkOccupancy({ plan }: Examined): Generator<string> {
  const stations = countBySector(plan.stations);
  const planets = countBySector(plan.planets);
  for (const { number, type } of plan.sectors) {
    const stationCount = stations.get(number) ?? 0;
    const planetCount = planets.get(number) ?? 0;
    const isCrowded = stationCount > 1 || planetCount > MAX_NATURAL_PLANETS;
    if (isCrowded || (isEmptySpace(type) && stationCount + planetCount > 0)) {
      yield `sector ${number} (${type}) holds ${stationCount} stations and ${planetCount} planets`;
    }
  }
}

/** G14: Federation and sanctuaries are mild, the capital is calm. */
export function* checkHazards({ plan }: Examined): Generator<string> {
  for (const { number, zone, isProtected, hazard, type } of plan.sectors) {
    const isTamed = zone === 'federation' || isProtected;
    if (isTamed && (hazard > PROTECTED_HAZARD_MAX || type === 'radiation_zone' || type === 'black_hole')) {
      yield `sector ${number} is ${type} with hazard ${hazard}`;
    }
  }
  const capital = plan.sectors[0];
  if (capital?.hazard !== 0 || capital.type !== 'standard' || !capital.isProtected) {
    yield 'the capital is not calm';
  }
}

/** G17: the types are dealt exactly before nebulae; nebulae spare capital, gateway and hubs. */
export function* checkTypes({ plan }: Examined): Generator<string> {
  for (const zone of plan.zones) {
    const expected = typeCounts(zone);
    const members = plan.sectors.slice(zone.startNumber - 1, zone.endNumber);
    for (const type of Object.keys(expected) as BaseSectorType[]) {
      const count = members.filter(({ baseType }) => baseType === type).length;
      if (count !== expected[type]) {
        yield `${count} ${type} in ${zone.kind} instead of ${expected[type]}`;
      }
    }
  }
  const spared = [CAPITAL_NUMBER, plan.gatewayNumber, ...plan.clusters.map(({ hubNumber }) => hubNumber)];
  for (const { number, type, baseType, nebulaDensity } of plan.sectors) {
    const isNebula = type === 'nebula';
    if (isNebula !== nebulaDensity > 0 || (!isNebula && type !== baseType)) {
      yield `sector ${number} is ${type} with density ${nebulaDensity}`;
    }
    if (isNebula && spared.includes(number)) {
      yield `a nebula covers sector ${number}`;
    }
  }
}

function countBySector(items: readonly { readonly sectorNumber: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { sectorNumber } of items) {
    counts.set(sectorNumber, (counts.get(sectorNumber) ?? 0) + 1);
  }
  return counts;
}
