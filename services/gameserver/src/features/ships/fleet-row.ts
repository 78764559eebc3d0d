import type { ShipStatus } from '@sw/rules';
import type { CargoRow, ShipRow } from '../player/index.ts';

/** A ship with everything a yard, a dealer or an insurer asks; a derelict may have no owner. */
export interface FleetRow extends Omit<ShipRow, 'status' | 'ownerId'> {
  readonly status: ShipStatus;
  readonly ownerId: string | null;
  readonly purchaseValue: bigint;
  readonly upgradeSpend: bigint;
  readonly insuredFrom: Date | null;
  readonly insuredUntil: Date | null;
  readonly insuredValue: bigint | null;
  readonly insurancePaidAt: Date | null;
  readonly derelictAt: Date | null;
  readonly formerOwnerId: string | null;
  readonly fuseAt: Date | null;
  readonly createdAt: Date;
}

/** What a hold carries, by ship. */
export interface FleetCargoRow extends CargoRow {
  readonly shipId: string;
}

/** The station a pilot is docked at. */
export interface DeskRow {
  readonly id: string;
  readonly status: 'operational' | 'arrears' | 'locked_down' | 'disabled';
  readonly services: string[];
  readonly serviceBp: number;
}
