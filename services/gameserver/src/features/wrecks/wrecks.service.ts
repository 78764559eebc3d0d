import type { PLAYER_ENDPOINTS, ReplyOf } from '@sw/contracts';
import type { Wreck } from '@sw/rules';
import { describeSalvage, isIllegalSalvage, WRECK_PRIORITY_MS } from '@sw/rules';
import type { Deps } from '../../deps.ts';
import { presentAction } from '../../http/present-action.ts';
import { presentCargo, settledTurnsOf } from '../player/index.ts';
import { readFleet } from '../ships/index.ts';
import type { WreckRow } from './wrecks.repository.ts';
import { findWrecks } from './wrecks.repository.ts';

type Wrecks = ReplyOf<(typeof PLAYER_ENDPOINTS)['listWrecks']>;
type Items = Wrecks['items'][number]['items'];

/** The wreck of the rules from a row. */
export const wreckOf = (row: WreckRow, playerId: string): Wreck => ({
  sinceMs: row.createdAt.getTime(),
  isFormerOwner: row.originalOwnerId === playerId,
  items: row.items,
});

/** Goods of a wreck in the shape the contracts have for them. */
export const presentItems = (items: Wreck['items']): Items =>
  presentCargo(items.map(({ commodity, quantity }) => ({ kind: commodity, quantity, avgCost: 0n }))).map(
    ({ commodity, quantity }) => ({ commodity, quantity }),
  );

/** What lies in the sector the player is in, and what taking all he can would cost. */
export const readWrecks = async (deps: Deps, playerId: string, nowMs: number): Promise<Wrecks> => {
  const state = await readFleet(deps, playerId, nowMs);
  const rows = await findWrecks(deps.db.sql, state.sector.id, new Date(nowMs));
  const turns = settledTurnsOf(state.player, nowMs);
  return {
    items: rows.map((row) => {
      const wreck = wreckOf(row, playerId);
      return {
        id: row.id,
        type: row.shipType,
        name: row.name,
        items: presentItems(row.items),
        since: row.createdAt.toISOString(),
        until: row.expiresAt.toISOString(),
        suspectBefore: isIllegalSalvage(wreck, nowMs)
          ? new Date(wreck.sinceMs + WRECK_PRIORITY_MS).toISOString()
          : null,
        action: presentAction(describeSalvage(wreck, state.active.ship, state.active.hold, turns, nowMs)),
      };
    }),
  };
};
