import type { Refusal } from '../refusal.ts';

export const ACTION_IDS = [
  'move',
  'dock',
  'undock',
  'buy',
  'sell',
  'plot',
  'autopilot',
  'chat',
  'scan_adjacent',
  'scan_deep',
  'harvest',
  'recall',
  'name_sector',
  'bank_deposit',
  'bank_withdraw',
  'ship_purchase',
  'ship_sell',
  'ship_activate',
  'ship_rename',
  'ship_abandon',
  'ship_self_destruct',
  'ship_defuse',
  'ship_claim',
  'ship_tow',
  'ship_cast_off',
  'salvage',
  'ship_upgrade',
  'ship_install',
  'ship_uninstall',
  'ship_repair',
  'ship_insure',
  'ship_loaner',
  'kit_buy',
  'kit_use',
  'cargo_transfer',
  'jettison',
  'pod_rescue',
  'assist_pod',
  'accept_contract',
  'pickup_contract',
  'deliver_contract',
  'abandon_contract',
  'warehouse_rent',
  'warehouse_release',
  'warehouse_pay',
  'warehouse_store',
  'warehouse_retrieve',
  'refine',
  'sell_rare',
  'buy_intelligence',
] as const;

export type ActionId = (typeof ACTION_IDS)[number];

/** What an action takes, where that is fixed. */
export interface ActionCost {
  readonly turns?: number;
  readonly credits?: bigint;
  readonly cargo?: number;
}

/** Bounds of a quantity field. */
export interface ActionLimits {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** The server's answer whether a player may do something now (rule book, frontends 1.2). */
export interface ActionDescriptor {
  readonly id: ActionId;
  readonly enabled: boolean;
  /** Code of the refusal; null when enabled. */
  readonly reason: string | null;
  readonly reasonParams: Refusal['details'];
  readonly cost: ActionCost;
  readonly limits: ActionLimits | null;
  readonly confirm: 'none' | 'simple' | 'danger';
}
