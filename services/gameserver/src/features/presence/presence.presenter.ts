import type { NpcKind, ShipTypeKey } from '@sw/rules';
import { reputationTierOf } from '@sw/rules';
import type { ContactRow } from './presence.repository.ts';

/** Whether the flag of a suspect, which everybody sees, still holds (rule book, society 4.3). */
const isSuspectAt = (until: Date | null, nowMs: number): boolean => until !== null && nowMs < until.getTime();

/** The shape `contact` of the contracts. */
export const presentContact = (row: ContactRow, nowMs: number) => ({
  playerId: row.playerId,
  shipId: row.shipId,
  name: row.callsign,
  rank: row.rankLevel,
  tier: reputationTierOf(row.personalReputation).key,
  isSuspect: isSuspectAt(row.suspectUntil, nowMs),
  teamTag: null,
  shipType: row.shipType,
  shipName: row.shipName,
  state: row.status,
  online: row.isOnline,
  npc: row.npc,
});

/** A pilot as he appears to others when his ship arrives. */
export const presentArrival = (
  player: {
    readonly id: string;
    readonly callsign: string | null;
    readonly rankLevel: number;
    readonly personalReputation: number;
    readonly suspectUntil: Date | null;
  },
  ship: { readonly id: string; readonly type: ShipTypeKey; readonly name: string },
  state: 'in_space' | 'docked' | 'landed',
  via: string | null,
  nowMs: number,
) => ({
  playerId: player.id,
  shipId: ship.id,
  name: player.callsign ?? '',
  rank: player.rankLevel,
  tier: reputationTierOf(player.personalReputation).key,
  isSuspect: isSuspectAt(player.suspectUntil, nowMs),
  teamTag: null,
  shipType: ship.type,
  shipName: ship.name,
  state,
  // Whoever acts is connected in the sense others care about.
  online: true,
  npc: null,
  via,
});

/** A ship without a player, in the shape `contact` of the contracts. */
export const presentNpc = (
  npc: { readonly id: string; readonly kind: NpcKind; readonly name: string; readonly type: ShipTypeKey },
  state: 'in_space' | 'docked',
) => ({
  playerId: npc.id,
  shipId: npc.id,
  name: npc.name,
  rank: 0,
  tier: reputationTierOf(0).key,
  isSuspect: false,
  teamTag: null,
  shipType: npc.type,
  shipName: npc.name,
  state,
  online: true,
  npc: npc.kind,
});
