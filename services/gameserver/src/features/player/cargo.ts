import type { CargoKind } from '@sw/contracts';
import type { CargoHold, CargoItem } from '@sw/rules';
import { isSealedCargo, SHIP_TYPES } from '@sw/rules';
import type { CargoRow, ShipRow } from './player-row.ts';

/** Rows of a hold as the rules see them. */
export const cargoItems = (cargo: readonly CargoRow[]): CargoItem[] =>
  cargo.map(({ commodity: kind, quantity, avgCost, restCost }) => ({ kind, quantity, avgCost, restCost }));

/** The hold of a ship as the rules see it; that of a player without a ship holds nothing. */
export const holdOf = (ship: ShipRow | undefined, cargo: readonly CargoRow[]): CargoHold => ({
  capacity: ship?.cargoCapacity ?? 0,
  colonistsPerUnit: ship === undefined ? 1 : SHIP_TYPES[ship.type].colonistsPerUnit,
  items: cargoItems(cargo),
});

/** The shape `cargoRow` of the contracts; everything under the seals of jobs is one row. */
export const presentCargo = (
  items: readonly { readonly kind: string; readonly quantity: number; readonly avgCost: bigint }[],
): { commodity: CargoKind; quantity: number; avgCost: bigint }[] => {
  const aboard = items.filter(({ quantity }) => quantity > 0);
  const sealed = aboard.filter(({ kind }) => isSealedCargo(kind));
  const quantity = sealed.reduce((sum, item) => sum + item.quantity, 0);
  return [
    ...aboard
      .filter(({ kind }) => !isSealedCargo(kind))
      .map((item) => ({ commodity: item.kind as CargoKind, quantity: item.quantity, avgCost: item.avgCost })),
    ...(quantity === 0 ? [] : [{ commodity: 'sealed_freight' as const, quantity, avgCost: 0n }]),
  ];
};
