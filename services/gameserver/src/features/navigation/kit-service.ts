import type { AnyStatement, Sql } from '@sw/db';
import { MAINTENANCE_KIT } from '@sw/rules';
import type { Command } from '../../http/command.ts';
import type { CargoRow, ShipRow } from '../player/index.ts';
import { cargoItems, findCargo, presentCargo } from '../player/index.ts';

/** The hold of a ship that maintains itself; nothing is asked for any other. */
export const cargoToService = async (
  command: Pick<Command<never>, 'load' | 'sql'>,
  ship: ShipRow | undefined,
): Promise<readonly CargoRow[]> => {
  if (ship === undefined || !ship.modules.some(({ item }) => item === 'auto_maintenance')) return [];
  const [cargo] = await command.load(findCargo(command.sql, ship.ownerId));
  return cargo;
};

/** Maintenance kits in a hold. */
export const kitsIn = (cargo: readonly CargoRow[]): number =>
  cargo.find(({ commodity }) => commodity === MAINTENANCE_KIT)?.quantity ?? 0;

/** The hold with one kit less, in the shape `cargoRow` of the contracts. */
export const withoutKit = (cargo: readonly CargoRow[]) =>
  presentCargo(
    cargoItems(cargo).map((item) =>
      item.kind === MAINTENANCE_KIT ? { ...item, quantity: item.quantity - 1 } : item,
    ),
  );

/** Takes one kit out of a hold. */
export const takeKit = (sql: Sql, shipId: string): AnyStatement[] => [
  sql`UPDATE ship_cargo SET quantity = quantity - 1 WHERE ship_id = ${shipId} AND commodity = ${MAINTENANCE_KIT}`,
  sql`UPDATE ships SET cargo_used = cargo_used - 1 WHERE id = ${shipId}`,
];
