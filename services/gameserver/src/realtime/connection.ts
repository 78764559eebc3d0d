import { CLOSE_CODES } from '@sw/contracts';
import type { WebSocket } from 'ws';
import type { MemberSince, SentFrame } from './channel.ts';
import type { Place } from './outbox.ts';

interface SessionHolder {
  readonly userId: string;
  readonly sessionId: string;
  /** When the session ends by itself. */
  readonly sessionEndsAtMs: number;
}

export interface PlayerOwner extends SessionHolder {
  readonly audience: 'player';
  readonly playerId: string;
  readonly callsign: string | null;
}

export interface AdminOwner extends SessionHolder {
  readonly audience: 'admin';
}

/** Who a socket belongs to; fixed when its ticket was taken. */
export type SocketOwner = PlayerOwner | AdminOwner;

/** All sockets of one persona: the player's, or the operator's. */
export const holderOf = (owner: SocketOwner): string =>
  owner.audience === 'player' ? owner.playerId : `admin ${owner.userId}`;

const NO_SCOPES: ReadonlySet<string> = new Set();
const COALESCE_ABOVE_BYTES = 256 * 1024;
const CLOSE_ABOVE_BYTES = 1024 * 1024;
const RETRY_COALESCED_MS = 250;

/** One socket whose ticket was taken. */
export interface Connection {
  readonly id: string;
  readonly owner: SocketOwner;
  readonly openedAtMs: number;
  /** The channels it is on, with the begin of the membership: replay never reaches back before it. */
  readonly channels: Map<string, MemberSince>;
  /** Where its player is; undefined before that is known. */
  place: Place | undefined;
  /** What its operator may do, as of the last look; empty for a player, and while it is asked anew. */
  scopes: ReadonlySet<string>;
  /** How often its scopes were asked: an answer to an earlier question must not replace a later one. */
  scopeQuestions: number;
  /** True once it was welcomed; before, it hears nothing. */
  isOpen: boolean;
  lastSeenMs: number;
  send(text: string): void;
  sendFrame(frame: SentFrame, channel: string): void;
  close(code: number, reason: string): void;
  ping(): void;
  bufferedBytes(): number;
}

/**
 * Wraps a socket with back-pressure: above 256 KiB of unsent bytes only the latest event of a coalesce
 * key is kept, above 1 MiB the socket is closed as a slow consumer.
 */
export const createConnection = (
  socket: WebSocket,
  options: Pick<Connection, 'id' | 'owner' | 'openedAtMs'>,
  /** Told as soon as this side closes: the other side may take its time. */
  onClosing: () => void,
): Connection => {
  const waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  const close = (code: number, reason: string): void => {
    clearTimeout(timer);
    waiting.clear();
    socket.close(code, reason);
    onClosing();
  };

  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > CLOSE_ABOVE_BYTES) close(CLOSE_CODES.slowConsumer, 'slow consumer');
    else socket.send(text);
  };

  const flushWaiting = (): void => {
    timer = undefined;
    if (socket.readyState !== socket.OPEN) {
      waiting.clear();
    } else if (socket.bufferedAmount > COALESCE_ABOVE_BYTES) {
      timer = setTimeout(flushWaiting, RETRY_COALESCED_MS);
    } else {
      const texts = [...waiting.values()];
      waiting.clear();
      for (const text of texts) send(text);
    }
  };

  return {
    ...options,
    channels: new Map(),
    place: undefined,
    scopes: NO_SCOPES,
    scopeQuestions: 0,
    isOpen: false,
    lastSeenMs: options.openedAtMs,
    send,
    sendFrame: (frame, channel) => {
      const key = frame.coalesceKey === undefined ? undefined : `${channel} ${frame.coalesceKey}`;
      if (key === undefined || socket.bufferedAmount <= COALESCE_ABOVE_BYTES) {
        // What waits under the same key is older than this frame.
        if (key !== undefined) waiting.delete(key);
        send(frame.text);
      } else if (socket.readyState === socket.OPEN) {
        waiting.set(key, frame.text);
        timer ??= setTimeout(flushWaiting, RETRY_COALESCED_MS).unref();
      }
    },
    close,
    ping: () => {
      if (socket.readyState === socket.OPEN) socket.ping();
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
};
