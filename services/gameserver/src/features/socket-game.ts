import { AppError } from '@sw/service-kit';
import type { Deps } from '../deps.ts';
import { hashToken } from '../platform/secret-token.ts';
import { maintenanceAt } from '../platform/server-notices.ts';
import { commitAndTell } from '../realtime/commit-and-tell.ts';
import type { Fleet } from '../realtime/fleet.ts';
import { event, insertOutboxRow, sectorChannel } from '../realtime/outbox.ts';
import type { SocketGame } from '../realtime/socket-game.ts';
import { createChatLimits, sayInSector } from './chat/index.ts';
import { CONTACTS_SHOWN, findContacts, presentContact } from './presence/index.ts';
import {
  deleteLiveSocket,
  findOperatorScopes,
  findSocketPlace,
  insertLiveSocket,
  isDockedAt,
  takeSocketTicket,
} from './socket-game.repository.ts';

/** How long a player may be away before others are told that he went offline. */
const OFFLINE_GRACE_MS = 30_000;
const STATION_CHANNEL = /^station:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export interface PresentSocketGame extends SocketGame {
  /** Players whose process died: they are told to be offline unless they come back in time. */
  lost(playerIds: readonly string[]): void;
}

/** What sockets may do in the game: come, go, look around and speak. */
export const createSocketGame = (
  deps: Deps,
  fleet: () => Fleet,
  offlineGraceMs: number = OFFLINE_GRACE_MS,
): PresentSocketGame => {
  const limits = createChatLimits(deps.config.rateLimitFactor, deps.limiter);
  const leaving = new Map<string, NodeJS.Timeout>();
  /** A socket that closes while its row is being written must not leave it behind. */
  const noting = new Map<string, Promise<unknown>>();

  const inTurn = async (id: string, work: () => Promise<unknown>): Promise<void> => {
    const next = (noting.get(id) ?? Promise.resolve()).then(work, work);
    noting.set(id, next);
    try {
      await next;
    } finally {
      if (noting.get(id) === next) noting.delete(id);
    }
  };

  const announce = async (playerId: string, isOnline: boolean): Promise<void> => {
    const [place] = await findSocketPlace(deps.db.sql, playerId);
    if (place === undefined) return;
    const told = [
      event(
        sectorChannel(place.sectorId),
        'presence.updated',
        { playerId, online: isOnline },
        `presence ${playerId}`,
      ),
    ];
    await commitAndTell(deps, told, () =>
      deps.db.write((sql) => [insertOutboxRow(sql, deps.processId, deps.clock(), told)]),
    );
  };

  const startLeaving = (playerId: string): void => {
    clearTimeout(leaving.get(playerId));
    const timer = setTimeout(() => {
      leaving.delete(playerId);
      fleet()
        .isOnline(playerId)
        .then((isOnline) => (isOnline ? undefined : announce(playerId, false)))
        .catch((error: unknown) => deps.logger.warn({ err: error }, 'presence.announce_failed'));
    }, offlineGraceMs);
    leaving.set(playerId, timer.unref());
  };

  return {
    takeTicket: async (ticket, audience, nowMs) => {
      const [taken] = await deps.db.write((sql) => [
        takeSocketTicket(sql, hashToken(ticket), new Date(nowMs)),
      ]);
      const [holder] = taken;
      if (holder === undefined) return { kind: 'not_valid' };
      if (holder.audience !== audience) return { kind: 'not_allowed' };
      const { userId, sessionId, playerId, callsign } = holder;
      const session = { userId, sessionId, sessionEndsAtMs: holder.sessionEndsAt.getTime() };
      if (audience === 'admin') {
        const [found] = await findOperatorScopes(deps.db.sql, userId, sessionId, new Date(nowMs));
        const mayOperate = holder.mayOperate && (found?.scopes.length ?? 0) > 0;
        return mayOperate ? { kind: 'taken', owner: { audience, ...session } } : { kind: 'not_allowed' };
      }
      if (playerId === null) return { kind: 'no_player' };
      return { kind: 'taken', owner: { audience, ...session, playerId, callsign } };
    },
    findScopes: async ({ userId, sessionId }) => {
      const [found] = await findOperatorScopes(deps.db.sql, userId, sessionId, new Date(deps.clock()));
      return found === undefined ? 'ended' : new Set(found.scopes);
    },
    socketOpened: async ({ id, owner, openedAtMs }, ip) => {
      const { processId } = deps;
      const { userId, audience } = owner;
      const openedAt = new Date(openedAtMs);
      await inTurn(id, () =>
        deps.db.write((sql) => [insertLiveSocket(sql, { id, processId, userId, audience, ip, openedAt })]),
      );
    },
    socketClosed: async (id) => {
      await inTurn(id, () => deps.db.write((sql) => [deleteLiveSocket(sql, id)]));
    },
    findPlace: async ({ playerId, sessionId }) => {
      const { sql } = deps.db;
      const [places, sessions] = await Promise.all([
        findSocketPlace(sql, playerId),
        sql`SELECT 1 FROM sessions WHERE id = ${sessionId} AND revoked_at IS NULL`,
      ]);
      if (sessions.length === 0) return 'ended';
      const [place] = places;
      if (place === undefined) return null;
      const { sectorId, regionName, rev, since } = place;
      return { sectorId, regionName, rev: Number(rev), sinceMs: since?.getTime() ?? deps.clock() };
    },
    socketsChanged: async (playerId) => {
      const { before, after } = await fleet().count(playerId);
      if (after === 0) {
        if (before > 0) startLeaving(playerId);
        return;
      }
      clearTimeout(leaving.get(playerId));
      const wasLeaving = leaving.delete(playerId);
      if (before === 0 && !wasLeaving) await announce(playerId, true);
    },
    lost: (playerIds) => {
      for (const playerId of playerIds) startLeaving(playerId);
    },
    maySubscribe: async ({ playerId }, channel) => {
      const [, stationId] = STATION_CHANNEL.exec(channel) ?? [];
      return stationId !== undefined && (await isDockedAt(deps.db.sql, playerId, stationId)).length > 0;
    },
    listPresence: async ({ playerId }) => {
      const [place] = await findSocketPlace(deps.db.sql, playerId);
      if (place === undefined) throw new AppError('first_login_required');
      const rows = await findContacts(deps.db.sql, place.sectorId, playerId, CONTACTS_SHOWN);
      return { items: rows.map((row) => presentContact(row, deps.clock())) };
    },
    sendChat: async ({ playerId }, chat, nowMs) => {
      if (maintenanceAt(deps.notices(), nowMs) !== null) throw new AppError('maintenance');
      return sayInSector(deps, limits, { playerId, text: chat.text, clientId: chat.clientId }, nowMs);
    },
  };
};
