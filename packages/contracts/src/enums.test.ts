import type {
  CommodityKey,
  Facility,
  LedgerArea,
  MarketDirection,
  PlanetType,
  RegionKind,
  ReputationTierKey,
  SectorType,
  Security,
  ShipTypeKey,
  StationStatus,
  WarpKind,
  ZoneKind,
} from '@sw/rules';
import {
  AUTOPILOT_DEFAULT_MIN_HULL_PCT,
  AUTOPILOT_MAX_HOPS,
  AUTOPILOT_STOP_ON,
  COMMODITY_KEYS,
  CONTRACT_KIND_KEYS,
  CONTRACT_STATES,
  FORMATION_KINDS,
  HABITABILITY,
  PERSONAL_ITEMS,
  PLOT_OBJECTIVES,
  REPUTATION_TIERS,
  SECTOR_EFFECTS,
  SECTOR_TYPES,
  SHIP_TYPE_KEYS,
  STATION_STATUSES,
  WARP_KINDS,
  ZONES,
} from '@sw/rules';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { facility, ledgerKind, marketSide, regionKind, security } from './enums.ts';
import {
  autopilotStopRule,
  commodityKey,
  contractKind,
  contractState,
  formationKind,
  personalItem,
  planetType,
  plotObjective,
  reputationTier,
  sectorType,
  shipType,
  warpKind,
  zoneKind,
} from './enums.ts';
import { autopilot, sectorEffect, stationSummary } from './http/navigation.ts';

describe('closed lists of the wire', () => {
  it.each([
    ['commodities', commodityKey.options, COMMODITY_KEYS],
    ['kinds of jobs', contractKind.options, CONTRACT_KIND_KEYS],
    ['states of jobs', contractState.options, CONTRACT_STATES],
    ['ship types', shipType.options, SHIP_TYPE_KEYS],
    ['sector types', sectorType.options, SECTOR_TYPES],
    ['warp kinds', warpKind.options, WARP_KINDS],
    ['personal items', personalItem.options, PERSONAL_ITEMS],
    ['formations', formationKind.options, FORMATION_KINDS.map(({ key }) => key)],
    ['zones', zoneKind.options, Object.keys(ZONES)],
    ['planet types', planetType.options, Object.keys(HABITABILITY)],
    ['reputation tiers', reputationTier.options, REPUTATION_TIERS.map(({ key }) => key)],
    ['objectives of a course', plotObjective.options, PLOT_OBJECTIVES],
    ['reasons to stop the autopilot', autopilotStopRule.options, AUTOPILOT_STOP_ON],
    ['effects of terrain', sectorEffect.shape.key.options, SECTOR_EFFECTS],
    ['states of a station', stationSummary.shape.status.options, STATION_STATUSES],
  ])('%s stand in the order of the rules', (_name, wire, rules) => {
    expect(wire).toEqual([...rules]);
  });

  /* Lists the rules know as types only: the compiler compares them. */
  it('agree with the types of the rules', () => {
    expectTypeOf<z.output<typeof commodityKey>>().toEqualTypeOf<CommodityKey>();
    expectTypeOf<z.output<typeof shipType>>().toEqualTypeOf<ShipTypeKey>();
    expectTypeOf<z.output<typeof sectorType>>().toEqualTypeOf<SectorType>();
    expectTypeOf<z.output<typeof warpKind>>().toEqualTypeOf<WarpKind>();
    expectTypeOf<z.output<typeof zoneKind>>().toEqualTypeOf<ZoneKind>();
    expectTypeOf<z.output<typeof planetType>>().toEqualTypeOf<PlanetType>();
    expectTypeOf<z.output<typeof reputationTier>>().toEqualTypeOf<ReputationTierKey>();
    expectTypeOf<z.output<typeof regionKind>>().toEqualTypeOf<RegionKind>();
    expectTypeOf<z.output<typeof security>>().toEqualTypeOf<Security>();
    expectTypeOf<z.output<typeof facility>>().toEqualTypeOf<Facility>();
    expectTypeOf<z.output<typeof marketSide>>().toEqualTypeOf<MarketDirection>();
    expectTypeOf<z.output<typeof stationSummary>['status']>().toEqualTypeOf<StationStatus>();
    expectTypeOf<z.output<typeof ledgerKind>>().toExtend<LedgerArea>();
  });
});

describe('limits of the wire', () => {
  it('an autopilot that is given none keeps those of the rules', () => {
    const order = autopilot.body.parse({});
    expect(order).toMatchObject({
      maxHops: AUTOPILOT_MAX_HOPS,
      minHullPct: AUTOPILOT_DEFAULT_MIN_HULL_PCT,
    });
    expect(autopilot.body.safeParse({ maxHops: AUTOPILOT_MAX_HOPS + 1 }).success).toBe(false);
  });
});
