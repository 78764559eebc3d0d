import { cargoUsed } from '../economy/cargo.ts';
import type { CargoHold } from '../economy/types.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { CastawayPilot } from '../ships/assist.ts';
import { checkAssist } from '../ships/assist.ts';
import { checkBoarding } from '../ships/boarding.ts';
import type { Derelict } from '../ships/claim.ts';
import { checkClaim, claimCost } from '../ships/claim.ts';
import type { EquipmentKey, UpgradeKind } from '../ships/constants.ts';
import { equipmentPrice } from '../ships/equipment.ts';
import type { FleetOwner, FleetShip } from '../ships/fleet-types.ts';
import type { Insured } from '../ships/insurance.ts';
import { checkInsurance, insurableValue, premiumOf } from '../ships/insurance.ts';
import { checkAbandon, checkDefuse, checkSelfDestruct } from '../ships/leave.ts';
import { checkOpenSpace } from '../ships/open-space.ts';
import type { LoanState } from '../ships/pod.ts';
import { checkLoaner, checkRescue, rescueCost } from '../ships/pod.ts';
import type { PurchaseState } from '../ships/purchase.ts';
import { checkPurchase, dealerPrice } from '../ships/purchase.ts';
import { checkRename, RENAME_COST } from '../ships/rename.ts';
import type { RepairOrder } from '../ships/repair.ts';
import { checkKitPurchase, checkKitUse, checkRepair, kitPrice, quoteRepair } from '../ships/repair.ts';
import { checkSale } from '../ships/sale.ts';
import { checkCastOff, checkTow } from '../ships/tow.ts';
import { checkSideBySide } from '../ships/transfer-cargo.ts';
import type { ShipTypeKey } from '../ships/types.ts';
import { checkInstall, checkRemoval, checkUpgrade, nextUpgradeCost } from '../ships/upgrade.ts';
import { checkTurns } from '../turns/check.ts';
import { TURN_COSTS } from '../turns/constants.ts';
import type { TurnState } from '../turns/types.ts';
import type { Wreck } from '../wrecks/salvage.ts';
import { isIllegalSalvage, planSalvage } from '../wrecks/salvage.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** A settled pool of turns with what bounds it. */
export interface TurnsAtHand {
  readonly state: TurnState;
  readonly cap: number;
  readonly multiplierBp: number;
}

/** `ship_purchase` of one type. */
export function describePurchase(type: ShipTypeKey, state: PurchaseState): ActionDescriptor {
  const price = dealerPrice(type);
  return describeAction('ship_purchase', checkPurchase(type, state), {
    cost: price === null ? {} : { credits: price },
    confirm: 'simple',
  });
}

/** `ship_sell`, or the same ship given in payment. */
export function describeSale(ship: FleetShip, owner: FleetOwner, isTradedIn = false): ActionDescriptor {
  return describeAction('ship_sell', checkSale(ship, owner.desk, isTradedIn), { confirm: 'danger' });
}

/** `ship_activate`. */
export function describeBoarding(from: FleetShip, to: FleetShip, nowMs: number): ActionDescriptor {
  return describeAction('ship_activate', checkBoarding(from, to, nowMs));
}

/** `ship_rename` with its fee. */
export function describeRename(ship: FleetShip, owner: FleetOwner): ActionDescriptor {
  return describeAction('ship_rename', checkRename(ship, owner), { cost: { credits: RENAME_COST } });
}

/** `ship_abandon`: its name must be typed. */
export function describeAbandon(ship: FleetShip, nowMs: number): ActionDescriptor {
  return describeAction('ship_abandon', checkAbandon(ship, null, nowMs), { confirm: 'danger' });
}

/** `ship_self_destruct`: its name must be typed. */
export function describeSelfDestruct(ship: FleetShip, nowMs: number): ActionDescriptor {
  return describeAction('ship_self_destruct', checkSelfDestruct(ship, null, nowMs), { confirm: 'danger' });
}

/** `ship_defuse`: stops a fuse that burns. */
export function describeDefuse(ship: FleetShip): ActionDescriptor {
  return describeAction('ship_defuse', checkDefuse(ship));
}

/** `ship_claim` with its turns and its price. */
export function describeClaim(
  derelict: Derelict,
  pilot: FleetShip,
  owner: FleetOwner,
  turns: TurnsAtHand,
  nowMs: number,
): ActionDescriptor {
  const refusal = checkClaim(derelict, pilot, owner, nowMs) ?? lacking(turns, TURN_COSTS.claim_derelict);
  return describeAction('ship_claim', refusal, {
    cost: { turns: TURN_COSTS.claim_derelict, credits: claimCost(derelict.ship.build.type) },
    confirm: 'simple',
  });
}

/** `ship_tow` of one ship by the ship its owner flies: free, each warp then costs more. */
export function describeTow(tug: FleetShip, target: FleetShip, nowMs: number): ActionDescriptor {
  return describeAction('ship_tow', checkTow(tug, target, nowMs));
}

/** `ship_cast_off`: in space the ship drifts afterwards. */
export function describeCastOff(tug: FleetShip): ActionDescriptor {
  return describeAction('ship_cast_off', checkCastOff(tug), {
    confirm: tug.status === 'docked' ? 'none' : 'simple',
  });
}

/** `salvage` of as much as there is room and turns for; dangerous while it makes a suspect. */
export function describeSalvage(
  wreck: Wreck,
  pilot: FleetShip,
  hold: CargoHold,
  turns: TurnsAtHand,
  nowMs: number,
): ActionDescriptor {
  const plan = planSalvage('max', wreck, hold, pilot.build.type, turns.state.turns);
  const cost = isRefusal(plan) ? 0 : plan.turns;
  const refusal = checkOpenSpace(pilot) ?? (isRefusal(plan) ? plan : lacking(turns, cost));
  return describeAction('salvage', refusal, {
    cost: isRefusal(plan) ? {} : { turns: cost, cargo: cargoUsed(plan.hold) - cargoUsed(hold) },
    confirm: isIllegalSalvage(wreck, nowMs) ? 'danger' : 'none',
  });
}

/** `ship_upgrade` of one kind; no price at the highest level. */
export function describeUpgrade(ship: FleetShip, kind: UpgradeKind, owner: FleetOwner): ActionDescriptor {
  const cost = nextUpgradeCost(ship.build, kind);
  return describeAction('ship_upgrade', checkUpgrade(ship, kind, owner), {
    cost: cost === null ? {} : { credits: cost },
    confirm: 'simple',
  });
}

/** `ship_install` of one module. */
export function describeInstall(ship: FleetShip, item: EquipmentKey, owner: FleetOwner): ActionDescriptor {
  const level = ship.modules.find((module) => module.item === item)?.level ?? null;
  const cost = equipmentPrice(item, ship.build.type, level);
  return describeAction('ship_install', checkInstall(ship, item, owner), {
    cost: cost === null ? {} : { credits: cost },
    confirm: 'simple',
  });
}

/** `ship_uninstall` of one module. */
export function describeRemoval(ship: FleetShip, item: EquipmentKey, owner: FleetOwner): ActionDescriptor {
  return describeAction('ship_uninstall', checkRemoval(ship, item, owner), { confirm: 'simple' });
}

/** `ship_repair` of what an order names. */
export function describeRepair(ship: FleetShip, order: RepairOrder, owner: FleetOwner): ActionDescriptor {
  return describeAction('ship_repair', checkRepair(ship, order, owner), {
    cost: { credits: quoteRepair(ship, order, owner.desk).total },
  });
}

/** `kit_buy`, one kit; and `kit_use` with its turns. */
export function describeKits(
  ship: FleetShip,
  kits: number,
  owner: FleetOwner,
  turns: TurnsAtHand,
): ActionDescriptor[] {
  const use = checkKitUse(ship, kits) ?? lacking(turns, TURN_COSTS.maintenance_kit);
  return [
    describeAction('kit_buy', checkKitPurchase(ship, 1, owner), {
      cost: { credits: kitPrice(1, owner.desk), cargo: 1 },
    }),
    describeAction('kit_use', use, { cost: { turns: TURN_COSTS.maintenance_kit } }),
  ];
}

/** `ship_insure` with its premium. */
export function describeInsurance(
  ship: FleetShip,
  owner: FleetOwner,
  insured: Insured,
  nowMs: number,
): ActionDescriptor {
  const value = insurableValue(ship);
  return describeAction('ship_insure', checkInsurance(ship, owner, insured, nowMs), {
    cost: value === null ? {} : { credits: premiumOf(value, insured) },
    confirm: 'simple',
  });
}

/** `cargo_transfer` between two ships. */
export function describeTransfer(from: FleetShip, to: FleetShip): ActionDescriptor {
  return describeAction('cargo_transfer', checkSideBySide(from, to));
}

/** `jettison`: only out of the ship one flies, and only what is there. */
export function describeJettison(ship: FleetShip): ActionDescriptor {
  return describeAction('jettison', refuseJettison(ship), { confirm: 'danger' });
}

/** `pod_rescue`: 20 turns, or all that are left; none where somebody assisted. */
export function describeRescue(
  pilot: FleetShip,
  owner: FleetOwner,
  { state }: TurnsAtHand,
  isFree: boolean,
): ActionDescriptor {
  return describeAction('pod_rescue', checkRescue(pilot, owner.desk), {
    cost: { turns: rescueCost(state.turns, isFree) },
    confirm: 'simple',
  });
}

/** `assist_pod` of another pilot. */
export function describeAssist(
  pilot: Pick<FleetShip, 'build' | 'status'>,
  castaway: CastawayPilot,
  turns: TurnsAtHand,
  nowMs: number,
): ActionDescriptor {
  const refusal = checkAssist(pilot, castaway, nowMs) ?? lacking(turns, TURN_COSTS.assist_pod);
  return describeAction('assist_pod', refusal, { cost: { turns: TURN_COSTS.assist_pod } });
}

/** `ship_loaner`. */
export function describeLoaner(state: LoanState, nowMs: number): ActionDescriptor {
  return describeAction('ship_loaner', checkLoaner(state, nowMs));
}

function lacking({ state, cap, multiplierBp }: TurnsAtHand, cost: number): Refusal | null {
  return checkTurns(state, cost, cap, multiplierBp);
}

function refuseJettison({ isActive, cargoUsed }: FleetShip): Refusal | null {
  if (!isActive) {
    return refuse('ship_not_active');
  }
  return cargoUsed === 0 ? refuse('not_in_cargo', { max: 0 }) : null;
}
