import { COMMODITIES } from '../economy/commodities.ts';
import { STATION_CLASSES } from '../economy/station-classes.ts';
import { ENTRY_SURCHARGES, SECTOR_TYPES, WARP_KINDS } from '../navigation/constants.ts';
import { FACTIONS } from '../player/factions.ts';
import { RANKS } from '../player/ranks.ts';
import { REPUTATION_TIERS, STANDING_TIERS } from '../player/tiers.ts';
import { sha256, toHex, utf8 } from '../random/index.ts';
import { MAX_UPGRADE_LEVELS, SHIP_TYPES } from '../ships/catalogue.ts';
import { EQUIPMENT_COSTS, UPGRADE_COSTS, UPGRADE_KINDS } from '../ships/constants.ts';
import { SHIP_TYPE_KEYS } from '../ships/types.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import type { JsonValue } from '../universe/index.ts';
import {
  canonicalJson,
  HABITABILITY,
  STATION_SERVICES,
  securityOf,
  TYPE_HAZARD,
  ZONES,
} from '../universe/index.ts';
import { CAPS } from './caps.ts';
import { FACTS } from './facts.ts';
import { FORMATION_KINDS } from './formations.ts';
import type { RulesCatalogue } from './types.ts';

/**
 * Every number of the rules a client shows as reference, as plain JSON data with credits as numbers: the body of
 * `GET /rules` without its hash. Lists of features that are not part of the installation are empty.
 */
export function rulesCatalogue(): RulesCatalogue {
  return {
    commodities: COMMODITIES.map((commodity) => ({ ...commodity })),
    stationClasses: STATION_CLASSES.map(({ buys, sells, ...row }) => ({
      ...row,
      buys: [...buys],
      sells: [...sells],
    })),
    shipTypes: SHIP_TYPE_KEYS.map((key) => ({
      ...SHIP_TYPES[key],
      priceCredits: numberOrNull(SHIP_TYPES[key].priceCredits),
      maxUpgrades: { ...MAX_UPGRADE_LEVELS[key] },
    })),
    upgrades: UPGRADE_KINDS.map((key) => ({ key, costs: UPGRADE_COSTS[key].map(Number) })),
    equipment: Object.entries(EQUIPMENT_COSTS).map(([key, cost]) => ({ key, cost: Number(cost) })),
    ranks: RANKS.map((rank) => ({ ...rank })),
    reputationTiers: REPUTATION_TIERS.map((tier) => ({ ...tier })),
    standingTiers: STANDING_TIERS.map((tier) => ({ ...tier })),
    factions: FACTIONS.map((faction) => ({ ...faction })),
    sectorTypes: SECTOR_TYPES.map((key) => ({
      key,
      entrySurcharge: ENTRY_SURCHARGES[key],
      hazard: key === 'nebula' ? null : [...TYPE_HAZARD[key]],
    })),
    warpKinds: [...WARP_KINDS],
    zones: Object.entries(ZONES).map(([key, { name, policing, danger }]) => ({
      key,
      name,
      policing,
      danger,
      security: securityOf(policing),
    })),
    stationServices: [...STATION_SERVICES],
    formations: FORMATION_KINDS.map((formation) => ({ ...formation })),
    turnCosts: { ...TURN_COSTS },
    caps: { ...CAPS },
    facts: FACTS,
    planetTypes: Object.entries(HABITABILITY).map(([key, habitability]) => ({
      key,
      habitability: [...habitability],
    })),
    droneTypes: [],
    citadelLevels: [],
    terraformLevels: [],
    genesisTiers: [],
    plans: [],
  };
}

/** SHA-256 of the canonical JSON of the catalogue, lower-case hexadecimal: changes exactly when a rule number does. */
export function catalogueHash(): string {
  return toHex(sha256(utf8(canonicalJson(rulesCatalogue() as unknown as JsonValue))));
}

function numberOrNull(amount: bigint | null): number | null {
  return amount === null ? null : Number(amount);
}
