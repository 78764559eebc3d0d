import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ClientMessage, ErrorCode } from '@sw/contracts';
import { CLOSE_CODES, clientMessage } from '@sw/contracts';
import type { Logger, Metrics, OriginAllowList } from '@sw/service-kit';
import { AppError, isAppError } from '@sw/service-kit';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { createRateLimiter } from '../http/gcra.ts';
import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { Connection, SocketOwner } from './connection.ts';
import { createConnection } from './connection.ts';
import type { Hub } from './hub.ts';

/** A ticket that was taken: its owner and where his ship is. */
export interface TicketHolder extends SocketOwner {
  readonly place: { readonly sectorId: number; readonly regionName: string } | null;
}

type Chat = Extract<ClientMessage, { type: 'chat.send' }>['data'];

/** What the socket server asks of the game. */
export interface SocketGame {
  /** Takes a ticket; null when it is unknown, used or expired. */
  takeTicket(ticket: string, nowMs: number): Promise<TicketHolder | null>;
  cameOnline(connection: Connection): Promise<void>;
  wentOffline(connection: Connection): Promise<void>;
  maySubscribe(connection: Connection, channel: string): Promise<boolean>;
  listPresence(connection: Connection): Promise<unknown>;
  sendChat(connection: Connection, chat: Chat, nowMs: number): Promise<unknown>;
}

export interface SocketServerOptions {
  readonly hub: Hub;
  readonly game: SocketGame;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly origins: OriginAllowList;
  readonly clientIp: (request: IncomingMessage) => string;
  readonly isDraining: () => boolean;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly rateFactor: number;
}

export interface SocketServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Pings everybody and closes who was silent for 75 s. */
  sweep(): void;
  closeSession(sessionId: string, reason: string): void;
  /** Announces the drain and closes every socket. */
  drain(): void;
}

const PATH = '/api/v1/ws/connect';
const AUTH_WITHIN_MS = 5_000;
const AUTH_FRAME_BYTES = 1024;
const FRAME_BYTES = 16 * 1024;
const SILENCE_MS = 75_000;
const MAX_UNAUTHENTICATED_PER_IP = 10;
const MAX_PER_IP = 20;
const MAX_PER_PLAYER = 3;
const MAX_RATE_STRIKES = 5;
const MINUTE_MS = 60_000;
const HEARTBEAT_S = 25;
const RESUME_WINDOW_S = 900;

/** Upgrades, authentication by ticket, liveness, limits and the messages of a client (rule book, platform 6). */
export const createSocketServer = (options: SocketServerOptions): SocketServer => {
  const { hub, game, clock, newId, logger, metrics } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false });
  const unauthenticated = new Map<string, number>();
  const inbound = createRateLimiter(20 * 60, MINUTE_MS, 40);

  const count = (ip: string, change: number): void => {
    const next = (unauthenticated.get(ip) ?? 0) + change;
    if (next <= 0) unauthenticated.delete(ip);
    else unauthenticated.set(ip, next);
  };

  const refusalOf = (request: IncomingMessage, ip: string): string | null => {
    if (request.url?.split('?', 1)[0] !== PATH) return '404 Not Found';
    const { origin } = request.headers;
    if (origin !== undefined && !options.origins.allows(origin)) return '403 Forbidden';
    if (options.isDraining()) return '503 Service Unavailable';
    if ((unauthenticated.get(ip) ?? 0) >= MAX_UNAUTHENTICATED_PER_IP * options.rateFactor)
      return '429 Too Many Requests';
    const fromIp = [...hub.connections()].filter((connection) => connection.ip === ip).length;
    return fromIp >= MAX_PER_IP * options.rateFactor ? '429 Too Many Requests' : null;
  };

  const admit = async (socket: WebSocket, ip: string, raw: Buffer): Promise<void> => {
    const message = raw.length > AUTH_FRAME_BYTES ? null : parse(raw);
    if (message?.type !== 'auth') return socket.close(CLOSE_CODES.sessionEnded, 'first frame must be auth');
    const holder = await game.takeTicket(message.data.ticket, clock());
    if (holder === null) return socket.close(CLOSE_CODES.sessionEnded, 'ticket not valid');
    if (socket.readyState !== socket.OPEN) return;
    const connection = createConnection(socket, { id: newId(), owner: holder, ip, openedAtMs: clock() });
    limitTabs(connection);
    hub.add(connection, holder.place);
    metrics.realtime.connections.inc({ audience: 'player' });
    listen(socket, connection);
    connection.send(
      envelope('session.welcome', {
        connectionId: connection.id,
        serverTime: toMoment(clock()),
        heartbeatS: HEARTBEAT_S,
        resumeWindowS: RESUME_WINDOW_S,
        channels: hub.positions(connection),
        player: { id: holder.playerId, callsign: holder.callsign },
      }),
    );
    await game.cameOnline(connection);
  };

  const limitTabs = (connection: Connection): void => {
    const others = [...hub.connectionsOf(connection.owner.playerId)].sort(
      (a, b) => a.openedAtMs - b.openedAtMs,
    );
    for (const oldest of others.slice(0, Math.max(0, others.length - MAX_PER_PLAYER + 1))) {
      oldest.close(CLOSE_CODES.replaced, 'replaced by a newer tab');
    }
  };

  const envelope = (type: string, data: unknown): string =>
    JSON.stringify({ v: 1, type, id: newId(), ts: toMoment(clock()), data });

  const listen = (socket: WebSocket, connection: Connection): void => {
    let strikes = 0;
    let strikesSinceMs = clock();
    socket.on('pong', () => {
      connection.lastSeenMs = clock();
    });
    socket.on('message', (data, isBinary) => {
      const nowMs = clock();
      connection.lastSeenMs = nowMs;
      if (isBinary) return connection.close(CLOSE_CODES.malformed, 'text frames only');
      if (!inbound.take(connection.id, nowMs).isAllowed) {
        if (nowMs - strikesSinceMs > MINUTE_MS) {
          strikes = 0;
          strikesSinceMs = nowMs;
        }
        strikes += 1;
        connection.send(
          JSON.stringify({ v: 1, type: 'error', ref: '', code: 'rate_limited', detail: 'Slow down.' }),
        );
        if (strikes >= MAX_RATE_STRIKES) connection.close(CLOSE_CODES.rateLimited, 'too many messages');
        return;
      }
      void answer(connection, data as Buffer, nowMs);
    });
    socket.on('close', (code) => {
      hub.remove(connection);
      metrics.realtime.connections.dec({ audience: 'player' });
      metrics.realtime.closed.inc({ code: String(code) });
      game
        .wentOffline(connection)
        .catch((error: unknown) => logger.warn({ err: error }, 'socket.offline_failed'));
    });
  };

  const answer = async (connection: Connection, raw: Buffer, nowMs: number): Promise<void> => {
    const message = parse(raw);
    if (message === null || message.type === 'auth') {
      connection.send(
        JSON.stringify({
          v: 1,
          type: 'error',
          ref: refOf(raw),
          code: 'validation_failed',
          detail: 'The message is not one of the protocol.',
        }),
      );
      return;
    }
    metrics.realtime.messages.inc({ dir: 'in', type: message.type });
    try {
      const data = await perform(connection, message, nowMs);
      connection.send(
        JSON.stringify({ v: 1, type: 'ack', ref: message.ref, ...(data === undefined ? {} : { data }) }),
      );
    } catch (error) {
      const code: ErrorCode = isAppError(error) ? error.code : 'internal';
      if (!isAppError(error)) logger.error({ err: error, type: message.type }, 'socket.message_failed');
      const detail = isAppError(error) ? error.detail : 'Something failed on the server.';
      const members = isAppError(error) ? error.members : {};
      connection.send(JSON.stringify({ v: 1, type: 'error', ref: message.ref, ...members, code, detail }));
    }
  };

  const perform = async (connection: Connection, message: ClientMessage, nowMs: number): Promise<unknown> => {
    switch (message.type) {
      case 'heartbeat':
        connection.send(envelope('heartbeat.ack', { serverTime: toMoment(nowMs) }));
        return undefined;
      case 'resume':
        hub.resume(connection, message.data.channels);
        return { channels: hub.positions(connection) };
      case 'subscribe': {
        for (const channel of message.data.channels) {
          if (!(await game.maySubscribe(connection, channel))) throw new AppError('not_found');
          hub.join(connection, channel);
        }
        return {
          channels: hub.positions(connection).filter(({ name }) => message.data.channels.includes(name)),
        };
      }
      case 'unsubscribe':
        for (const channel of message.data.channels)
          if (channel.startsWith('station:')) hub.leave(connection, channel);
        return undefined;
      case 'presence.list':
        return await game.listPresence(connection);
      case 'chat.send':
        return await game.sendChat(connection, message.data, nowMs);
      case 'auth':
        throw new AppError('validation_failed');
    }
  };

  return {
    handleUpgrade: (request, socket, head) => {
      const ip = options.clientIp(request);
      const refusal = refusalOf(request, ip);
      if (refusal !== null) {
        socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (upgraded) => {
        count(ip, 1);
        let isCounted = true;
        const uncount = (): void => {
          if (isCounted) count(ip, -1);
          isCounted = false;
        };
        const timer = setTimeout(
          () => upgraded.close(CLOSE_CODES.sessionEnded, 'no auth in time'),
          AUTH_WITHIN_MS,
        );
        upgraded.on('error', () => upgraded.terminate());
        upgraded.once('close', () => {
          clearTimeout(timer);
          uncount();
        });
        upgraded.once('message', (data) => {
          clearTimeout(timer);
          admit(upgraded, ip, data as Buffer)
            .catch((error: unknown) => {
              logger.error({ err: error }, 'socket.auth_failed');
              upgraded.close(CLOSE_CODES.draining, 'try again');
            })
            .finally(uncount);
        });
      });
    },
    sweep: () => {
      const nowMs = clock();
      let buffered = 0;
      for (const connection of hub.connections()) {
        buffered += connection.bufferedBytes();
        if (nowMs - connection.lastSeenMs > SILENCE_MS)
          connection.close(CLOSE_CODES.heartbeatTimeout, 'silent');
        else connection.ping();
      }
      metrics.realtime.sendBufferBytes.set(buffered);
      hub.sweepChannels();
    },
    closeSession: (sessionId, reason) => {
      for (const connection of hub.connections()) {
        if (connection.owner.sessionId !== sessionId) continue;
        connection.send(envelope('session.revoked', { reason }));
        connection.close(CLOSE_CODES.sessionEnded, reason);
      }
    },
    drain: () => {
      for (const connection of hub.connections()) {
        const retryAfterMs = 1000 + Math.floor((Number.parseInt(newId().slice(-4), 16) / 0xffff) * 7000);
        connection.send(envelope('system.draining', { retryAfterMs }));
        connection.close(CLOSE_CODES.draining, `retry_after_ms=${retryAfterMs}`);
      }
    },
  };
};

const parse = (raw: Buffer): ClientMessage | null => {
  try {
    const parsed = clientMessage.safeParse(JSON.parse(raw.toString('utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const refOf = (raw: Buffer): string => {
  try {
    const { ref } = JSON.parse(raw.toString('utf8')) as { ref?: unknown };
    return typeof ref === 'string' ? ref.slice(0, 60) : '';
  } catch {
    return '';
  }
};
