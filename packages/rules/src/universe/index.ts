export { displayCode, tunnelExtraCost } from './assemble-plan.ts';
export { blackMarketCount } from './black-markets.ts';
export type { JsonValue } from './canonical-json.ts';
export { canonicalJson } from './canonical-json.ts';
export { NEXUS_CLUSTER_ROWS } from './cluster-tables.ts';
export {
  CAPITAL_NUMBER,
  GENERATOR_VERSION,
  NEXUS_SECTORS,
  PLAYER_SECTORS_MAX,
  PLAYER_SECTORS_MIN,
  PROTECTED_HAZARD_MAX,
  RESOURCES,
  SEED_MAX_LENGTH,
  TERRAN_NEXUS_CLUSTER,
  TERRAN_SECTORS,
  TUNNELS,
  ZONE_MIN_PERCENT,
} from './constants.ts';
export { generateRegion } from './generate-region.ts';
export type { InvariantFailure, PlanInvariant } from './invariants.ts';
export { PLAN_INVARIANTS } from './invariants.ts';
export type { NexusPlaces } from './nexus-end.ts';
export { chooseNexusCluster, chooseNexusEnd } from './nexus-end.ts';
export { planHash } from './plan-hash.ts';
export type { PlanStatistics } from './plan-statistics.ts';
export { planStatistics } from './plan-statistics.ts';
export { HABITABILITY, NATURAL_RICHNESS } from './planet-tables.ts';
export { NEBULA, NEBULA_FIELD, TYPE_HAZARD } from './sector-tables.ts';
export { defaultSecurityTier, defaultServices, STATION_SERVICES } from './station-services.ts';
export type * from './types.ts';
export { validatePlan } from './validate-plan.ts';
export type { ZoneRow } from './zone-tables.ts';
export { securityOf, ZONES } from './zone-tables.ts';
export { defaultZoneProfile } from './zones.ts';
