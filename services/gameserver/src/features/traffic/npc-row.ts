import type { CommodityKey, MovingHull, NpcKind, ShipTypeKey, TurnState } from '@sw/rules';
import { settleTurns, turnCap, turnMultiplierBp } from '@sw/rules';

/** A ship without a player, as the database keeps it. */
export interface NpcRow {
  readonly id: string;
  readonly kind: NpcKind;
  readonly name: string;
  readonly type: ShipTypeKey;
  readonly regionId: string;
  readonly sectorId: number;
  readonly status: 'in_space' | 'docked';
  readonly stationId: string | null;
  readonly turns: number;
  readonly turnsAnchorMs: bigint;
  readonly turnsFrac: bigint;
  readonly cargoCapacity: number;
  readonly cargo: number;
  readonly cargoCost: bigint;
  readonly haulCommodity: CommodityKey | null;
  readonly haulFrom: string | null;
  readonly haulTo: string | null;
  readonly haulQuantity: number | null;
  readonly course: number[];
}

/** Turns come back to it as to a player of the lowest rank. */
export const npcTurnsAt = (row: NpcRow, nowMs: number): TurnState =>
  settleTurns(
    { turns: row.turns, anchorMs: Number(row.turnsAnchorMs), frac: Number(row.turnsFrac) },
    nowMs,
    turnCap(0),
    turnMultiplierBp({ ariaTrustLevel: 1 }),
  );

/** Its hull in full condition: what is worn is not played. */
export const npcHull = ({ type }: Pick<NpcRow, 'type'>): MovingHull => ({
  type,
  upgrades: {},
  conditionMilli: 100_000,
  fault: 'none',
});

/** The station it is on its way to: where the goods are, or, loaded, where they go. */
export const goalOf = ({ cargo, haulFrom, haulTo }: NpcRow): string | null => (cargo > 0 ? haulTo : haulFrom);
