import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import { hashToken } from '../platform/secret-token.ts';
import { createOnlineRegister } from '../realtime/online.ts';
import { event, insertOutboxRow, sectorChannel } from '../realtime/outbox.ts';
import type { SocketGame } from '../realtime/socket-server.ts';
import { createChatLimits, sayInSector } from './chat/index.ts';
import { CONTACTS_SHOWN, findContacts, presentContact } from './presence/index.ts';

/** How long a player may be away before others are told that he went offline. */
const OFFLINE_GRACE_MS = 30_000;

/** What sockets may do in the game: come, go, look around and speak. */
export const createSocketGame = (deps: Deps): SocketGame => {
  const online = createOnlineRegister(deps.db, deps.processId);
  const limits = createChatLimits(deps.config.rateLimitFactor);
  const leaving = new Map<string, NodeJS.Timeout>();

  const announce = async (playerId: string, isOnline: boolean): Promise<void> => {
    const [place] = await findPlace(deps, playerId);
    if (place === undefined) return;
    const told = event(
      sectorChannel(place.sectorId),
      'presence.updated',
      { playerId, online: isOnline },
      `presence ${playerId}`,
    );
    await deps.db.write((sql) => [insertOutboxRow(sql, deps.processId, deps.clock(), [told])]);
    deps.outbox.committed([told]);
  };

  return {
    takeTicket: async (ticket, nowMs) => {
      const [taken] = await deps.db.write((sql) => [
        sql<{ userId: string; sessionId: string; playerId: string | null; callsign: string | null }[]>`
          WITH taken AS (
            UPDATE one_time_tokens SET consumed_at = ${new Date(nowMs)}
            WHERE token_hash = ${hashToken(ticket)} AND purpose = 'ws_ticket' AND audience = 'player'
              AND consumed_at IS NULL AND expires_at > ${new Date(nowMs)}
            RETURNING user_id, session_id)
          SELECT t.user_id, t.session_id, p.id AS player_id, p.callsign
          FROM taken t
          JOIN sessions s ON s.id = t.session_id AND s.revoked_at IS NULL
          LEFT JOIN players p ON p.user_id = t.user_id`,
      ]);
      const holder = taken[0];
      if (holder === undefined || holder.playerId === null) return null;
      const [place] = await findPlace(deps, holder.playerId);
      return { ...holder, playerId: holder.playerId, place: place ?? null };
    },
    cameOnline: async ({ owner }) => {
      clearTimeout(leaving.get(owner.playerId));
      const wasLeaving = leaving.delete(owner.playerId);
      if ((await online.opened(owner.playerId)) && !wasLeaving) await announce(owner.playerId, true);
    },
    wentOffline: async ({ owner }) => {
      if (!(await online.closed(owner.playerId))) return;
      const timer = setTimeout(() => {
        leaving.delete(owner.playerId);
        announce(owner.playerId, false).catch((error: unknown) =>
          deps.logger.warn({ err: error }, 'presence.announce_failed'),
        );
      }, OFFLINE_GRACE_MS);
      leaving.set(owner.playerId, timer.unref());
    },
    maySubscribe: async ({ owner }, channel) => {
      const [, stationId] = /^station:([0-9a-f-]{36})$/.exec(channel) ?? [];
      if (stationId === undefined) return false;
      const rows = await deps.db.sql`
        SELECT 1 FROM ships s JOIN players p ON p.active_ship_id = s.id
        WHERE p.id = ${owner.playerId} AND s.station_id = ${stationId}`;
      return rows.length > 0;
    },
    listPresence: async ({ owner }) => {
      const [place] = await findPlace(deps, owner.playerId);
      if (place === undefined) throw new AppError('first_login_required');
      const rows = await findContacts(deps.db.sql, place.sectorId, owner.playerId, CONTACTS_SHOWN);
      return { items: rows.map(presentContact) };
    },
    sendChat: ({ owner }, chat, nowMs) =>
      sayInSector(
        deps,
        limits,
        { playerId: owner.playerId, text: chat.text, clientId: chat.clientId },
        nowMs,
      ),
  };
};

const findPlace = (deps: Deps, playerId: string) => deps.db.sql<{ sectorId: number; regionName: string }[]>`
  SELECT s.sector_id, r.name AS region_name
  FROM players p JOIN ships s ON s.id = p.active_ship_id JOIN regions r ON r.id = s.region_id
  WHERE p.id = ${playerId}`;
