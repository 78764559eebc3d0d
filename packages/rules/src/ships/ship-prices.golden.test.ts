import { describe, expect, it } from 'vitest';
import { buildFleetShip } from '../testing/build-fleet.ts';
import {
  claimCost,
  EQUIPMENT_KEYS,
  equipmentPrice,
  fitsShip,
  insurableValue,
  MAX_UPGRADE_LEVELS,
  payoutOf,
  premiumOf,
  quoteRepair,
  SHIP_TYPE_KEYS,
  saleValue,
  statSheet,
  UPGRADE_COSTS,
  UPGRADE_KINDS,
} from './index.ts';

const CLEAN = { claimsLately: 0, personalReputation: 0 };

/* A change of any number of a ship is a visible change of this table. */
describe('the table of ships', () => {
  it('type, price, hold, turns, hull, shield, scanner, bays, slots, resale, claim, premium, payout, hull repair, point of condition', () => {
    const rows = SHIP_TYPE_KEYS.map((type) => {
      const ship = buildFleetShip(type);
      const sheet = statSheet(ship.build);
      const value = insurableValue(ship);
      const wreck = { ...ship, hull: 0, conditionMilli: 99_000 };
      const repair = quoteRepair(wreck, { hull: 'max', condition: 'max' }, null);
      return [
        type,
        ship.purchaseValue,
        sheet.cargo,
        sheet.turnsPerLane,
        sheet.hull,
        sheet.shields,
        sheet.scanner,
        sheet.droneBays,
        sheet.equipmentSlots,
        saleValue(ship).total,
        claimCost(type),
        value === null ? '-' : premiumOf(value, CLEAN),
        value === null ? '-' : payoutOf(value),
        repair.hullCost,
        repair.conditionCost,
      ].join(' ');
    });
    expect(rows).toEqual([
      'escape_pod 0 5 4 150 100 1 0 0 0 0 - - 0 0',
      'light_freighter 10000 50 3 400 300 2 2 2 5000 3000 500 5000 2500 50',
      'scout_ship 25000 10 2 200 150 5 1 1 12500 7500 1250 12500 6250 125',
      'fast_courier 30000 20 2 300 200 3 0 1 15000 9000 1500 15000 7500 150',
      'cargo_hauler 50000 100 4 600 400 2 2 3 25000 15000 2500 25000 12500 250',
      'defender 70000 40 3 800 700 3 6 2 35000 21000 3500 35000 17500 350',
      'colony_ship 100000 100 6 600 400 2 2 3 50000 30000 5000 50000 25000 500',
      'carrier 150000 80 4 900 800 4 12 4 75000 45000 7500 75000 37500 750',
      'warp_jumper 500000 20 3 600 500 6 0 3 250000 150000 - - 125000 2500',
    ]);
  });

  it('highest upgrades, in the order of the kinds', () => {
    expect(
      SHIP_TYPE_KEYS.map((type) => UPGRADE_KINDS.map((kind) => MAX_UPGRADE_LEVELS[type][kind]).join('')),
    ).toEqual([
      '00000000',
      '33333203',
      '41225102',
      '42224002',
      '24342223',
      '32443323',
      '13343244',
      '23453434',
      '01335015',
    ]);
    for (const type of SHIP_TYPE_KEYS)
      for (const kind of UPGRADE_KINDS)
        expect(MAX_UPGRADE_LEVELS[type][kind]).toBeLessThanOrEqual(UPGRADE_COSTS[kind].length);
  });

  it('modules by type, with what they cost', () => {
    const rows = SHIP_TYPE_KEYS.map((type) =>
      EQUIPMENT_KEYS.filter((item) => fitsShip(item, type))
        .map((item) => `${item}=${equipmentPrice(item, type, null)}`)
        .join(' '),
    );
    expect(rows).toMatchInlineSnapshot(`
      [
        "",
        "planetary_lander=16000 weapon_mount:laser=28000 weapon_mount:plasma=28000 weapon_mount:missile=28000 weapon_mount:emp=28000 auto_maintenance=24000 hazard_shielding=20000",
        "quantum_harvester=50000 ecm_suite=45000 stealth_module=40000 weapon_mount:laser=35000 weapon_mount:plasma=35000 weapon_mount:missile=35000 weapon_mount:emp=35000 auto_maintenance=30000 hazard_shielding=25000",
        "quantum_harvester=50000 stealth_module=40000 auto_maintenance=30000 hazard_shielding=25000",
        "mining_laser=35000 planetary_lander=20000 tractor_beam=40000 weapon_mount:laser=35000 weapon_mount:plasma=35000 weapon_mount:missile=35000 weapon_mount:emp=35000 auto_maintenance=30000 hazard_shielding=25000",
        "quantum_harvester=50000 mining_laser=35000 tractor_beam=40000 ecm_suite=45000 weapon_mount:laser=35000 weapon_mount:plasma=35000 weapon_mount:missile=35000 weapon_mount:emp=35000 auto_maintenance=30000 hazard_shielding=25000",
        "mining_laser=35000 planetary_lander=20000 auto_maintenance=30000 hazard_shielding=25000",
        "tractor_beam=40000 ecm_suite=45000 weapon_mount:laser=35000 weapon_mount:plasma=35000 weapon_mount:missile=35000 weapon_mount:emp=35000 auto_maintenance=30000 hazard_shielding=25000",
        "quantum_harvester=50000 tractor_beam=40000 ecm_suite=45000 stealth_module=40000 weapon_mount:laser=35000 weapon_mount:plasma=35000 weapon_mount:missile=35000 weapon_mount:emp=35000 auto_maintenance=30000 hazard_shielding=25000",
      ]
    `);
  });
});
