import { CLOSE_CODES } from '@sw/contracts';
import type { AdminTopic } from '@sw/contracts/admin';
import { ADMIN_TOPICS, adminChannel } from '@sw/contracts/admin';
import type { Logger, Metrics } from '@sw/service-kit';
import type { WebSocket } from 'ws';
import { createRateLimiter } from '../http/gcra.ts';
import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { Connection, SocketOwner } from './connection.ts';
import { createConnection, holderOf } from './connection.ts';
import type { FoundPlace, Hub } from './hub.ts';
import { GLOBAL_CHANNEL, playerChannel, regionChannel, sectorChannel } from './outbox.ts';
import { directFrame, readFrame } from './socket-frames.ts';
import type { Audience, SocketGame } from './socket-game.ts';
import type { SocketSession } from './socket-session.ts';
import { createSocketSession } from './socket-session.ts';
import type { GatePass } from './upgrade-gate.ts';

export interface SocketAdmissionDeps {
  readonly hub: Hub;
  readonly game: SocketGame;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Leads a socket from its first frame to its conversation. */
export type AcceptSocket = (socket: WebSocket, pass: GatePass, door: Door) => void;

/** Where a socket came in, and from where. */
export interface Door {
  readonly audience: Audience;
  readonly ip: string;
}

interface EarlyFrame {
  readonly raw: Buffer;
  readonly isBinary: boolean;
}

const AUTH_WITHIN_MS = 5_000;
const AUTH_FRAME_BYTES = 1024;
/** Frames a client may send before it was welcomed; they are answered after it. */
const EARLY_FRAMES = 10;
const MAX_PER_HOLDER: Readonly<Record<Audience, number>> = { player: 3, admin: 5 };
const INBOUND_PER_MINUTE = 20 * 60;
const INBOUND_BURST = 40;
const MINUTE_MS = 60_000;
const HEARTBEAT_S = 25;
const RESUME_WINDOW_S = 900;

/** Authentication by ticket, the welcome, and who has to give way to it (rule book, platform 6.1). */
export const createSocketAdmission = (deps: SocketAdmissionDeps): AcceptSocket => {
  const { hub, game, clock, newId, logger, metrics } = deps;
  const inbound = createRateLimiter(INBOUND_PER_MINUTE, MINUTE_MS, INBOUND_BURST);

  const told = (work: Promise<void>): void => {
    work.catch((error: unknown) => logger.warn({ err: error }, 'socket.presence_failed'));
  };

  const report = (owner: SocketOwner): void => {
    if (owner.audience === 'player') told(game.socketsChanged(owner.playerId));
  };

  /** Takes the ticket; closes the socket and answers null when it opens nothing. */
  const authenticate = async (
    socket: WebSocket,
    { raw, isBinary }: EarlyFrame,
    audience: Audience,
  ): Promise<SocketOwner | null> => {
    const frame = isBinary || raw.length > AUTH_FRAME_BYTES ? null : readFrame(raw);
    if (frame?.kind !== 'message' || frame.message.type !== 'auth') {
      socket.close(CLOSE_CODES.sessionEnded, 'first frame must be auth');
      return null;
    }
    const ticket = await game.takeTicket(frame.message.data.ticket, audience, clock());
    if (ticket.kind === 'taken') return ticket.owner;
    if (ticket.kind === 'not_allowed') socket.close(CLOSE_CODES.notAllowed, 'this ticket opens another door');
    else if (ticket.kind === 'no_player') socket.close(CLOSE_CODES.noPlayer, 'no player');
    else socket.close(CLOSE_CODES.sessionEnded, 'ticket not valid');
    return null;
  };

  const limitTabs = (owner: SocketOwner): void => {
    const tabs = [...hub.connectionsOf(holderOf(owner))].sort((a, b) => a.openedAtMs - b.openedAtMs);
    for (const oldest of tabs.slice(0, Math.max(0, tabs.length - MAX_PER_HOLDER[owner.audience]))) {
      oldest.close(CLOSE_CODES.replaced, 'replaced by a newer tab');
    }
  };

  /** Off every list at once, not only when the other side has answered the close. */
  const leave = (connection: Connection): void => {
    const { owner } = connection;
    const wasHere = hub.connectionsOf(holderOf(owner)).includes(connection);
    hub.remove(connection);
    if (!wasHere) return;
    metrics.realtime.connections.dec({ audience: owner.audience });
    report(owner);
    told(game.socketClosed(connection.id));
  };

  /** Looks up what the holder may hear and puts the connection there; false when his session is over. */
  const place = async (connection: Connection): Promise<boolean> => {
    const { owner } = connection;
    if (owner.audience === 'player') {
      const found = await game.findPlace(owner);
      if (found === 'ended') return false;
      await hub.prepare(channelsOf(owner.playerId, found));
      hub.open(connection, found);
      return true;
    }
    await hub.prepare(ALL_TOPICS);
    const scopes = await game.findScopes(owner);
    if (scopes === 'ended') return false;
    connection.scopes = scopes;
    hub.open(connection, null);
    return true;
  };

  /**
   * The connection stands on the lists before its place and session are looked up: whatever changes
   * meanwhile is told to it, so nothing falls between the two.
   */
  const admit = async (
    socket: WebSocket,
    first: EarlyFrame,
    { audience, ip }: Door,
  ): Promise<SocketSession | null> => {
    const owner = await authenticate(socket, first, audience);
    if (owner === null || socket.readyState !== socket.OPEN) return null;
    const connection: Connection = createConnection(socket, { id: newId(), owner, openedAtMs: clock() }, () =>
      leave(connection),
    );
    hub.add(connection);
    metrics.realtime.connections.inc({ audience });
    socket.on('pong', () => {
      connection.lastSeenMs = clock();
    });
    socket.once('close', () => leave(connection));
    const isLive = await place(connection);
    if (socket.readyState !== socket.OPEN) return null;
    if (!isLive) {
      connection.close(CLOSE_CODES.sessionEnded, 'session ended');
      return null;
    }
    limitTabs(owner);
    const welcome = {
      connectionId: connection.id,
      serverTime: toMoment(clock()),
      heartbeatS: HEARTBEAT_S,
      resumeWindowS: RESUME_WINDOW_S,
      channels: hub.positions(connection),
      ...(owner.audience === 'player' ? { player: { id: owner.playerId, callsign: owner.callsign } } : {}),
    };
    connection.send(directFrame('session.welcome', welcome, newId(), clock()));
    if (hub.isDegraded()) connection.send(directFrame('session.degraded', {}, newId(), clock()));
    report(owner);
    told(game.socketOpened(connection, ip));
    return createSocketSession({ ...deps, inbound }, connection);
  };

  return (socket, pass, door) => {
    const early: EarlyFrame[] = [];
    let session: SocketSession | null = null;
    const timer = setTimeout(
      () => socket.close(CLOSE_CODES.sessionEnded, 'no auth in time'),
      AUTH_WITHIN_MS,
    ).unref();

    const begin = async (first: EarlyFrame): Promise<void> => {
      clearTimeout(timer);
      try {
        session = await admit(socket, first, door);
      } catch (error) {
        logger.error({ err: error }, 'socket.auth_failed');
        socket.close(CLOSE_CODES.draining, 'try again');
      }
      pass.authenticated();
      for (const { raw, isBinary } of early.splice(0)) session?.receive(raw, isBinary);
    };

    // The protocol closes a socket that breaks it; there is nothing to add but not to fall over it.
    socket.on('error', (error) => logger.debug({ err: error }, 'socket.protocol_error'));
    socket.once('close', (code) => {
      clearTimeout(timer);
      pass.closed();
      metrics.realtime.closed.inc({ code: String(code) });
    });
    let hasBegun = false;
    socket.on('message', (data, isBinary) => {
      const raw = data as Buffer;
      if (session !== null) return session.receive(raw, isBinary);
      if (!hasBegun) {
        hasBegun = true;
        void begin({ raw, isBinary });
      } else if (early.length < EARLY_FRAMES) {
        early.push({ raw, isBinary });
      } else {
        socket.close(CLOSE_CODES.rateLimited, 'too many messages');
      }
    });
  };
};

const ALL_TOPICS = (Object.keys(ADMIN_TOPICS) as AdminTopic[]).map(adminChannel);

/** What a player listens to from the beginning. */
const channelsOf = (playerId: string, place: FoundPlace | null): string[] => [
  playerChannel(playerId),
  GLOBAL_CHANNEL,
  ...(place === null ? [] : [sectorChannel(place.sectorId), regionChannel(place.regionName)]),
];
