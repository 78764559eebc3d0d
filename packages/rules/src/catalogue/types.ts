import type { Commodity } from '../economy/commodities.ts';
import type { StationClassRow } from '../economy/station-classes.ts';
import type { Faction } from '../player/factions.ts';
import type { Rank } from '../player/ranks.ts';
import type { ReputationTierKey, ScaleTier, StandingTierKey } from '../player/tiers.ts';
import type { UpgradeKind } from '../ships/constants.ts';
import type { ShipType } from '../ships/types.ts';
import type { SectorType, Security, StationService, WarpKind } from '../universe/types.ts';
import type { FACTS } from './facts.ts';
import type { FormationRow } from './formations.ts';

/** A ship type as JSON carries it. */
export interface CatalogueShipType extends Omit<ShipType, 'priceCredits'> {
  readonly priceCredits: number | null;
  readonly maxUpgrades: Readonly<Record<UpgradeKind, number>>;
}

/** The body of `GET /rules` without its hash (rule book, frontends 1.2). */
export interface RulesCatalogue {
  readonly commodities: readonly Commodity[];
  readonly stationClasses: readonly StationClassRow[];
  readonly shipTypes: readonly CatalogueShipType[];
  readonly upgrades: readonly { readonly key: UpgradeKind; readonly costs: readonly number[] }[];
  readonly equipment: readonly { readonly key: string; readonly cost: number }[];
  readonly ranks: readonly Rank[];
  readonly reputationTiers: readonly ScaleTier<ReputationTierKey>[];
  readonly standingTiers: readonly ScaleTier<StandingTierKey>[];
  readonly factions: readonly Faction[];
  readonly sectorTypes: readonly {
    readonly key: SectorType;
    readonly entrySurcharge: number;
    /** Range, both ends included; null for nebulae, whose hazard depends on the depth. */
    readonly hazard: readonly number[] | null;
  }[];
  readonly warpKinds: readonly WarpKind[];
  readonly zones: readonly {
    readonly key: string;
    readonly name: string;
    readonly policing: number;
    readonly danger: number;
    readonly security: Security;
  }[];
  readonly stationServices: readonly StationService[];
  readonly formations: readonly FormationRow[];
  readonly turnCosts: Readonly<Record<string, number>>;
  readonly caps: Readonly<Record<string, number>>;
  /** Single numbers the manual explains. */
  readonly facts: typeof FACTS;
  readonly planetTypes: readonly { readonly key: string; readonly habitability: readonly number[] }[];
  readonly droneTypes: readonly never[];
  readonly citadelLevels: readonly never[];
  readonly terraformLevels: readonly never[];
  readonly genesisTiers: readonly never[];
  readonly plans: readonly never[];
}
