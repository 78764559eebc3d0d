import type { ClientMessage } from '@sw/contracts';
import { CLOSE_CODES } from '@sw/contracts';
import { scopeOfAdminChannel } from '@sw/contracts/admin';
import type { Logger, Metrics } from '@sw/service-kit';
import { AppError, isAppError } from '@sw/service-kit';
import type { LocalRateLimiter } from '../http/gcra.ts';
import type { Clock } from '../platform/clock.ts';
import { toMoment } from '../platform/clock.ts';
import type { Connection, PlayerOwner } from './connection.ts';
import type { Hub } from './hub.ts';
import { ackFrame, directFrame, errorFrame, readFrame, refusalFrame } from './socket-frames.ts';
import type { SocketGame } from './socket-game.ts';

export interface SocketSessionDeps {
  readonly hub: Hub;
  readonly game: SocketGame;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Messages of clients, by connection. */
  readonly inbound: LocalRateLimiter;
}

export interface SocketSession {
  /** One frame of the client. Messages are answered in the order they came. */
  receive(raw: Buffer, isBinary: boolean): void;
}

export const FRAME_BYTES = 16 * 1024;
/** Channels a client may leave; the others follow from where its player is. */
const OPT_IN = /^(?:station|admin):/;
const MAX_RATE_STRIKES = 5;
const MINUTE_MS = 60_000;

/** The conversation with one client after its ticket was taken (rule book, platform 6.2 and 6.5). */
export const createSocketSession = (deps: SocketSessionDeps, connection: Connection): SocketSession => {
  const { hub, game, clock, newId, logger, metrics } = deps;
  let strikes = 0;
  let strikesSinceMs = clock();
  let answered: Promise<void> = Promise.resolve();

  const strike = (nowMs: number): void => {
    if (nowMs - strikesSinceMs > MINUTE_MS) {
      strikes = 0;
      strikesSinceMs = nowMs;
    }
    strikes += 1;
    connection.send(errorFrame('', 'rate_limited', 'Slow down.'));
    if (strikes >= MAX_RATE_STRIKES) connection.close(CLOSE_CODES.rateLimited, 'too many messages');
  };

  /** What belongs to playing: an operator's socket carries news only. */
  const player = (): PlayerOwner => {
    if (connection.owner.audience === 'admin') throw new AppError('forbidden');
    return connection.owner;
  };

  const subscribeAdmin = (channels: readonly string[]): unknown => {
    for (const channel of channels) {
      const scope = scopeOfAdminChannel(channel);
      if (scope === null) throw new AppError('not_found');
      if (!connection.scopes.has(scope)) throw new AppError('missing_scope', { scope });
    }
    for (const channel of channels) hub.join(connection, channel);
    return { channels: hub.positions(connection).filter(({ name }) => channels.includes(name)) };
  };

  const subscribe = async (channels: readonly string[]): Promise<unknown> => {
    const owner = connection.owner;
    if (owner.audience === 'admin') return subscribeAdmin(channels);
    for (const channel of channels) {
      // Moving away while the question is under way must not leave the socket on the channel.
      let before: typeof connection.place;
      do {
        before = connection.place;
        if (!(await game.maySubscribe(owner, channel))) throw new AppError('not_found');
        await hub.prepare([channel]);
      } while (before !== connection.place);
      if (connection.isOpen) hub.join(connection, channel);
    }
    return { channels: hub.positions(connection).filter(({ name }) => channels.includes(name)) };
  };

  const perform = async (message: ClientMessage, nowMs: number): Promise<unknown> => {
    switch (message.type) {
      case 'heartbeat':
        connection.send(directFrame('heartbeat.ack', { serverTime: toMoment(nowMs) }, newId(), nowMs));
        return undefined;
      case 'resume':
        await hub.resume(connection, message.data.channels);
        return { channels: hub.positions(connection) };
      case 'subscribe':
        return await subscribe(message.data.channels);
      case 'unsubscribe':
        for (const name of message.data.channels) if (OPT_IN.test(name)) hub.leave(connection, name);
        return undefined;
      case 'presence.list':
        return await game.listPresence(player());
      case 'chat.send':
        return await game.sendChat(player(), message.data, nowMs);
      case 'auth':
        throw new AppError('validation_failed');
    }
  };

  const answer = async (message: ClientMessage, nowMs: number): Promise<void> => {
    if (!connection.isOpen) return;
    try {
      connection.send(ackFrame(message.ref, await perform(message, nowMs)));
    } catch (error) {
      if (!isAppError(error)) logger.error({ err: error, type: message.type }, 'socket.message_failed');
      connection.send(refusalFrame(message.ref, error));
    }
  };

  return {
    receive: (raw, isBinary) => {
      if (!connection.isOpen) return;
      const nowMs = clock();
      connection.lastSeenMs = nowMs;
      if (isBinary) return connection.close(CLOSE_CODES.malformed, 'text frames only');
      if (raw.length > FRAME_BYTES) return connection.close(CLOSE_CODES.frameTooBig, 'frame too big');
      if (!deps.inbound.take(connection.id, nowMs).isAllowed) return strike(nowMs);
      const frame = readFrame(raw);
      if (frame.kind === 'malformed') return connection.close(CLOSE_CODES.malformed, 'not a JSON object');
      if (frame.kind === 'invalid') {
        connection.send(
          errorFrame(frame.ref, 'validation_failed', 'The message is not one of the protocol.'),
        );
        return;
      }
      metrics.realtime.messages.inc({ dir: 'in', type: frame.message.type });
      answered = answered.then(() => answer(frame.message, nowMs));
    },
  };
};
