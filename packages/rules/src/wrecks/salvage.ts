import { cargoFree, cargoUnitsOf, cargoUsed, loadCargo } from '../economy/cargo.ts';
import { COMMODITIES } from '../economy/commodities.ts';
import type { CargoHold } from '../economy/types.ts';
import type { Refusal } from '../refusal.ts';
import { refuse, refuseField } from '../refusal.ts';
import type { CargoLine } from '../ships/transfer-cargo.ts';
import type { ShipTypeKey } from '../ships/types.ts';
import {
  BULK_UNITS_PER_TURN,
  SALVAGE_SUSPECT_MAX_MS,
  SALVAGE_SUSPECT_MS,
  SALVAGE_UNITS_PER_TURN,
  WRECK_PRIORITY_MS,
} from './constants.ts';

/** A wreck as whoever takes from it meets it. */
export interface Wreck {
  readonly sinceMs: number;
  readonly isFormerOwner: boolean;
  readonly items: readonly CargoLine[];
}

/** Goods to take, or as much as there is room and turns for. */
export type SalvageOrder = readonly CargoLine[] | 'max';

/** What a salvage comes to. */
export interface SalvagePlan {
  readonly taken: readonly CargoLine[];
  readonly left: readonly CargoLine[];
  readonly hold: CargoHold;
  readonly turns: number;
}

/** Whether taking from it now makes a suspect: within the first hour, of anybody but its former owner. */
export function isIllegalSalvage(wreck: Pick<Wreck, 'sinceMs' | 'isFormerOwner'>, nowMs: number): boolean {
  return !wreck.isFormerOwner && nowMs < wreck.sinceMs + WRECK_PRIORITY_MS;
}

/** Until when an illegal salvage makes a suspect: an hour more than he was, at most four from now. */
export function suspectAfterSalvage(suspectUntilMs: number | null, nowMs: number): number {
  const from = Math.max(suspectUntilMs ?? 0, nowMs);
  return Math.min(from + SALVAGE_SUSPECT_MS, nowMs + SALVAGE_SUSPECT_MAX_MS);
}

/** Turns for so many units: one for ten begun, for a Cargo Hauler one for twenty. */
export function salvageTurns(type: ShipTypeKey, units: number): number {
  return Math.ceil(units / unitsPerTurn(type));
}

/**
 * Works out a salvage (rule book, ships-combat 8), all or nothing: `not_in_wreck` `{commodity, max}`, `cargo_full`
 * `{max}`, 400 where a commodity is named twice. `max` takes the dearest goods first, as far as room and `turns` reach;
 * without room it is `cargo_full`, without a turn the caller's check of `turns` refuses the plan of one.
 */
export function planSalvage(
  order: SalvageOrder,
  wreck: Wreck,
  hold: CargoHold,
  type: ShipTypeKey,
  turns: number,
): SalvagePlan | Refusal {
  const asked = order === 'max' ? mostOf(wreck, hold, type, turns) : order;
  const wrong = refuseLines(asked, wreck);
  if (wrong !== null) {
    return wrong;
  }
  const loaded = asked.reduce(
    (full, { commodity, quantity }) => loadCargo(full, commodity, quantity, 0n),
    hold,
  );
  if (asked.length === 0 || cargoUsed(loaded) > hold.capacity) {
    return refuse('cargo_full', { max: cargoFree(hold) });
  }
  const units = asked.reduce((sum, line) => sum + unitsOf(line, hold), 0);
  const takenOf = (kind: string) => asked.find(({ commodity }) => commodity === kind)?.quantity ?? 0;
  return {
    taken: asked,
    left: wreck.items
      .map(({ commodity, quantity }) => ({ commodity, quantity: quantity - takenOf(commodity) }))
      .filter(({ quantity }) => quantity > 0),
    hold: loaded,
    turns: salvageTurns(type, units),
  };
}

function mostOf({ items }: Wreck, hold: CargoHold, type: ShipTypeKey, turns: number): CargoLine[] {
  // One unit is planned without a turn too: what it lacks is then said.
  let room = Math.min(cargoFree(hold), Math.max(1, turns * unitsPerTurn(type)));
  const lines: CargoLine[] = [];
  for (const item of items.toSorted((a, b) => baseOf(b.commodity) - baseOf(a.commodity))) {
    const quantity = unitsOf(item, hold) === 0 ? item.quantity : Math.min(item.quantity, room);
    room -= unitsOf({ ...item, quantity }, hold);
    if (quantity > 0) {
      lines.push({ commodity: item.commodity, quantity });
    }
  }
  return lines;
}

function refuseLines(lines: readonly CargoLine[], { items }: Wreck): Refusal | null {
  const kinds = lines.map(({ commodity }) => commodity);
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) !== index);
  if (twice >= 0) {
    return refuseField(`/items/${twice}/commodity`, 'duplicate');
  }
  for (const { commodity, quantity } of lines) {
    const max = items.find((item) => item.commodity === commodity)?.quantity ?? 0;
    if (max < quantity) {
      return refuse('not_in_wreck', { commodity, max });
    }
  }
  return null;
}

function unitsOf({ commodity, quantity }: CargoLine, { colonistsPerUnit }: CargoHold): number {
  return cargoUnitsOf({ kind: commodity, quantity }, colonistsPerUnit);
}

function unitsPerTurn(type: ShipTypeKey): number {
  return type === 'cargo_hauler' ? BULK_UNITS_PER_TURN : SALVAGE_UNITS_PER_TURN;
}

function baseOf(kind: string): number {
  return COMMODITIES.find(({ key }) => key === kind)?.base ?? Number.MAX_SAFE_INTEGER;
}
