import { z } from 'zod';

/* Closed lists of the wire. A test of the game server proves that they agree with the rules. */

export const commodityKey = z.enum([
  'ore',
  'organics',
  'equipment',
  'fuel',
  'gourmet_food',
  'luxury_goods',
  'exotic_technology',
  'precious_metals',
]);
/** What a hold carries: commodities and the things that are sold at other counters or carried for jobs. */
export const cargoKind = z.enum([...commodityKey.options, 'maintenance_kit', 'sealed_freight']);
/** What a price advantage is made of (rule book, economy 3.3). */
export const advantageSource = z.enum([
  'rank',
  'standing',
  'reputation',
  'medals',
  'silver_tongue',
  'trade_treaty',
  'haggle',
]);
export const marketSide = z.enum(['buys', 'sells', 'both']);
export const orderSide = z.enum(['buy', 'sell']);
export const regionKind = z.enum(['central_nexus', 'terran_space', 'player_owned']);
/** The life of a region (rule book, platform 8.1). */
export const regionStatus = z.enum([
  'pending',
  'provisioning',
  'attaching',
  'active',
  'suspended',
  'grace',
  'terminated',
  'purged',
  'failed',
]);
export const governanceType = z.enum(['autocracy', 'democracy', 'council']);
/** Whom a region lets in: everybody, or its owner and those who own something there. */
export const entryPolicy = z.enum(['open', 'members_only']);
export const zoneKind = z.enum(['federation', 'border', 'frontier', 'expanse']);
export const security = z.enum(['protected', 'patrolled', 'open']);
export const sectorType = z.enum([
  'standard',
  'nebula',
  'asteroid_field',
  'radiation_zone',
  'black_hole',
  'star_cluster',
  'void',
]);
export const warpKind = z.enum(['lane', 'tunnel', 'trunk', 'nexus_link', 'gate']);
export const facility = z.enum(['none', 'spacedock', 'tradedock']);
export const formationKind = z.enum(['dead_end', 'corridor', 'crossroads', 'bubble', 'backdoor', 'pocket']);
/** Ships seen by a scan: none, 1–3, 4 and more. */
export const trafficBand = z.enum(['none', 'some', 'busy']);
export const personalItem = z.enum(['quantum_shard', 'prismatic_ore', 'photonic_crystals']);
export const planetType = z.enum([
  'terran',
  'oceanic',
  'mountainous',
  'desert',
  'ice',
  'volcanic',
  'barren',
  'gas_giant',
]);
export const shipType = z.enum([
  'escape_pod',
  'light_freighter',
  'scout_ship',
  'fast_courier',
  'cargo_hauler',
  'defender',
  'colony_ship',
  'carrier',
  'warp_jumper',
]);
export const shipSize = z.enum(['tiny', 'small', 'medium', 'large', 'capital']);
export const shipStatus = z.enum(['docked', 'in_space', 'landed', 'derelict', 'destroyed']);
export const weaponKind = z.enum(['none', 'laser', 'plasma', 'missile', 'emp']);
export const upgradeKind = z.enum([
  'engine',
  'cargo_hold',
  'shield',
  'hull',
  'sensor',
  'drone_bay',
  'genesis_containment',
  'maintenance_system',
]);
export const equipmentKey = z.enum([
  'quantum_harvester',
  'mining_laser',
  'planetary_lander',
  'tractor_beam',
  'ecm_suite',
  'stealth_module',
  'weapon_mount:laser',
  'weapon_mount:plasma',
  'weapon_mount:missile',
  'weapon_mount:emp',
  'auto_maintenance',
  'hazard_shielding',
]);
export const reputationTier = z.enum([
  'villain',
  'criminal',
  'outlaw',
  'suspicious',
  'neutral',
  'lawful',
  'heroic',
  'legendary',
]);
export const locationState = z.enum(['in_space', 'docked', 'landed', 'in_transit']);
/** What a player knows of a sector: 0 unknown is never sent. */
export const knowledgeLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export const plotObjective = z.enum(['turns', 'hops', 'safe']);
export const autopilotStopRule = z.enum(['player', 'forces', 'hazard5', 'station', 'stale']);
/** Where a price is known from: own visit, or the hourly public list of the Federation zones. */
export const priceSource = z.enum(['live', 'visit', 'public']);
export const historyRange = z.enum(['24h', '7d', '30d', '1y']);
/** Which way a watched price has to lie of the limit. */
export const alertOp = z.enum(['gte', 'lte']);
export const routeObjective = z.enum(['profit', 'profit_per_turn', 'low_risk']);
export const routeRisk = z.enum(['low', 'medium', 'high']);
export const contractKind = z.enum(['freight', 'express', 'procurement']);
export const contractState = z.enum(['posted', 'accepted', 'in_transit', 'completed', 'failed', 'abandoned']);
export const chatChannel = z.enum(['sector']);
/** Areas of the books a player's credits move in. */
export const ledgerKind = z.enum([
  'trade',
  'station',
  'ships',
  'travel',
  'discovery',
  'jobs',
  'bank',
  'person',
  'admin',
]);
/** The accounts of a player. */
export const ledgerAccount = z.enum(['wallet', 'bank']);

export type CommodityCode = z.output<typeof commodityKey>;
export type CargoKind = z.output<typeof cargoKind>;
