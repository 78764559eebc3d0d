import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as setTimeoutPromise } from 'node:timers/promises';
import { CLOSE_CODES } from '@sw/contracts';
import type { Logger, Metrics, OriginAllowList } from '@sw/service-kit';
import { WebSocketServer } from 'ws';
import type { RateDecision, RateLimiter } from '../http/gcra.ts';
import type { Clock } from '../platform/clock.ts';
import type { RandomBytes } from '../platform/random.ts';
import type { AdminOwner, Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import type { Door } from './socket-admission.ts';
import { createSocketAdmission } from './socket-admission.ts';
import { directFrame } from './socket-frames.ts';
import type { Audience, SocketGame } from './socket-game.ts';
import { createUpgradeGate } from './upgrade-gate.ts';

export interface SocketServerOptions {
  readonly hub: Hub;
  readonly game: SocketGame;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: RandomBytes;
  readonly origins: OriginAllowList;
  readonly clientIp: (request: IncomingMessage) => string;
  readonly isDraining: () => boolean;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly rateFactor: number;
  /** Upgrades are requests without a token: they count in the class of those, by address. */
  readonly attempts: RateLimiter;
}

export interface SocketServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Pings everybody and closes who was silent for 75 s or whose session is over. */
  sweep(): void;
  closeSession(sessionId: string, reason: string): void;
  /** Closes one socket, if it is here. */
  closeConnection(connectionId: string): void;
  /** Asks anew what an operator may do; he hears nothing of what he may not any more. */
  refreshScopes(userId: string): void;
  /** Announces the drain and closes every socket. */
  drain(): void;
  /** Waits until every socket is closed, then cuts what is left. */
  stop(graceMs: number): Promise<void>;
}

const DOORS: Readonly<Record<string, Audience>> = {
  '/api/v1/ws/connect': 'player',
  '/api/v1/ws/admin': 'admin',
};
const NO_DOOR = '404 Not Found';
const TOO_MANY = '429 Too Many Requests';
/** Bigger frames are cut off by the protocol itself; smaller ones that are too big get a code of their own. */
const READ_BYTES = 64 * 1024;
const CLOSE_WITHIN_MS = 5_000;
const SILENCE_MS = 75_000;
const MAX_PER_IP = 20;
const MAX_UNAUTHENTICATED_PER_IP = 10;
/** Clients of a draining server come back after 1 to 8 s, not all at once. */
const DRAIN_LEAST_MS = 1_000;
const DRAIN_SPREAD_MS = 7_000;

/** What the kernel hands over when somebody asks for an upgrade. */
interface Approach {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Upgrades, liveness, limits by address and the end of sockets (rule book, platform 6.1 and 6.5). */
export const createSocketServer = (options: SocketServerOptions): SocketServer => {
  const { hub, clock, newId, metrics, rateFactor } = options;
  const accept = createSocketAdmission(options);
  // A variable, because the published types do not know `closeTimeout` yet.
  const settings = {
    noServer: true,
    maxPayload: READ_BYTES,
    perMessageDeflate: false,
    closeTimeout: CLOSE_WITHIN_MS,
  };
  const server = new WebSocketServer(settings);
  const gate = createUpgradeGate({
    open: MAX_PER_IP * rateFactor,
    unauthenticated: MAX_UNAUTHENTICATED_PER_IP * rateFactor,
  });

  const doorOf = (request: IncomingMessage): Audience | undefined => {
    const path = request.url?.split('?', 1)[0] ?? '';
    return Object.hasOwn(DOORS, path) ? DOORS[path] : undefined;
  };

  const refusalOf = (request: IncomingMessage): string | null => {
    if (doorOf(request) === undefined) return NO_DOOR;
    const { origin } = request.headers;
    if (origin !== undefined && !options.origins.allows(origin)) return '403 Forbidden';
    return options.isDraining() ? '503 Service Unavailable' : null;
  };

  const upgrade = ({ request, socket, head }: Approach, door: Door): void => {
    if (socket.destroyed) return;
    const pass = gate.enter(door.ip);
    if (pass === null) {
      refuse(socket, TOO_MANY);
      return;
    }
    socket.once('close', () => pass.closed());
    server.handleUpgrade(request, socket, head, (upgraded) => accept(upgraded, pass, door));
  };

  const askScopes = async (connection: Connection, owner: AdminOwner): Promise<void> => {
    connection.scopeQuestions += 1;
    const question = connection.scopeQuestions;
    try {
      const scopes = await options.game.findScopes(owner);
      if (connection.scopeQuestions !== question) return;
      if (scopes === 'ended') connection.close(CLOSE_CODES.sessionEnded, 'session ended');
      else if (scopes.size === 0) connection.close(CLOSE_CODES.notAllowed, 'no scope left');
      else hub.allow(connection, scopes);
    } catch (error) {
      options.logger.warn({ err: error }, 'socket.scopes_failed');
    }
  };

  return {
    handleUpgrade: (request, socket, head) => {
      // The kernel stops listening for errors of a connection that asks for an upgrade.
      socket.on('error', () => socket.destroy());
      const ip = options.clientIp(request);
      const refusal = refusalOf(request);
      const audience = doorOf(request);
      if (refusal !== null || audience === undefined) {
        refuse(socket, refusal ?? NO_DOOR);
        return;
      }
      const judge = ({ isAllowed }: RateDecision): void => {
        if (isAllowed) upgrade({ request, socket, head }, { audience, ip });
        else refuse(socket, TOO_MANY);
      };
      const decision = options.attempts.take(ip, clock());
      if (decision instanceof Promise) void decision.then(judge);
      else judge(decision);
    },
    sweep: () => {
      const nowMs = clock();
      let buffered = 0;
      for (const connection of hub.connections()) {
        buffered += connection.bufferedBytes();
        if (nowMs >= connection.owner.sessionEndsAtMs) {
          connection.close(CLOSE_CODES.sessionEnded, 'session expired');
        } else if (nowMs - connection.lastSeenMs > SILENCE_MS) {
          connection.close(CLOSE_CODES.heartbeatTimeout, 'silent');
        } else {
          connection.ping();
          // A grant that ends is told; whoever was not told finds out here.
          if (connection.owner.audience === 'admin') void askScopes(connection, connection.owner);
        }
      }
      metrics.realtime.sendBufferBytes.set(buffered);
      hub.sweepChannels();
    },
    closeSession: (sessionId, reason) => {
      for (const connection of hub.connections()) {
        if (connection.owner.sessionId !== sessionId) continue;
        connection.send(directFrame('session.revoked', { reason }, newId(), clock()));
        connection.close(CLOSE_CODES.sessionEnded, reason);
      }
    },
    closeConnection: (connectionId) => {
      for (const connection of hub.connections()) {
        if (connection.id === connectionId) connection.close(CLOSE_CODES.replaced, 'closed by an operator');
      }
    },
    refreshScopes: (userId) => {
      for (const connection of hub.connectionsOf(`admin ${userId}`)) {
        if (connection.owner.audience === 'admin') void askScopes(connection, connection.owner);
      }
    },
    drain: () => {
      for (const connection of hub.connections()) {
        const [draw = 0] = options.random(1);
        const retryAfterMs = DRAIN_LEAST_MS + Math.floor((draw / 255) * DRAIN_SPREAD_MS);
        connection.send(directFrame('system.draining', { retryAfterMs }, newId(), clock()));
        connection.close(CLOSE_CODES.draining, `retry_after_ms=${retryAfterMs}`);
      }
      for (const socket of server.clients) socket.close(CLOSE_CODES.draining);
    },
    stop: async (graceMs) => {
      const closed = [...server.clients].map((socket) => once(socket, 'close'));
      await Promise.race([Promise.all(closed), setTimeoutPromise(graceMs, undefined, { ref: false })]);
      for (const socket of server.clients) socket.terminate();
    },
  };
};
