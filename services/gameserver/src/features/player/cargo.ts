import type { CargoKind } from '@sw/contracts';
import { isSealedCargo } from '@sw/rules';

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
