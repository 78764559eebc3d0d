import { cargoFree, cargoUsed, costOfUnits, heldQuantity, loadCargo, unloadCargo } from '../economy/cargo.ts';
import type { CargoHold } from '../economy/types.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, refuse, refuseField } from '../refusal.ts';
import type { FleetShip } from './fleet-types.ts';

/** Goods to move or to throw out. */
export interface CargoLine {
  readonly commodity: string;
  readonly quantity: number;
}

/** Both holds after goods moved between them. */
export interface MovedCargo {
  readonly from: CargoHold;
  readonly to: CargoHold;
}

/** Refuses to move goods between two ships that are not docked side by side: `same_ship`, `not_colocated`. */
export function checkSideBySide(from: FleetShip, to: FleetShip): Refusal | null {
  if (from.id === to.id) {
    return refuse('same_ship');
  }
  const isBeside = from.status === 'docked' && to.status === 'docked' && from.stationId === to.stationId;
  return isBeside ? null : refuse('not_colocated');
}

/**
 * Moves goods with what they cost, all or nothing: `not_in_cargo` `{commodity, max}`, `cargo_full` `{commodity, max}`,
 * 400 where a commodity is named twice.
 */
export function moveCargo(from: CargoHold, to: CargoHold, lines: readonly CargoLine[]): MovedCargo | Refusal {
  const taken = jettison(from, lines);
  if (isRefusal(taken)) {
    return taken;
  }
  let hold = to;
  for (const { commodity, quantity } of lines) {
    const loaded = loadCargo(hold, commodity, quantity, costOfUnits(from, commodity, quantity));
    if (cargoUsed(loaded) > loaded.capacity) {
      return refuse('cargo_full', { commodity, max: cargoFree(hold) });
    }
    hold = loaded;
  }
  return { from: taken, to: hold };
}

/** Throws goods out, all or nothing: `not_in_cargo` `{commodity, max}`, 400 where a commodity is named twice. */
export function jettison(hold: CargoHold, lines: readonly CargoLine[]): CargoHold | Refusal {
  const kinds = lines.map(({ commodity }) => commodity);
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) !== index);
  if (twice >= 0) {
    return refuseField(`/items/${twice}/commodity`, 'duplicate');
  }
  for (const { commodity, quantity } of lines) {
    const held = heldQuantity(hold, commodity);
    if (held < quantity) {
      return refuse('not_in_cargo', { commodity, max: held });
    }
  }
  return lines.reduce((left, { commodity, quantity }) => unloadCargo(left, commodity, quantity), hold);
}
