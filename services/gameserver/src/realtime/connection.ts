import { CLOSE_CODES } from '@sw/contracts';
import type { WebSocket } from 'ws';
import type { SentFrame } from './channel.ts';

/** Who a socket belongs to; fixed when its ticket was taken. */
export interface SocketOwner {
  readonly userId: string;
  readonly sessionId: string;
  readonly playerId: string;
  readonly callsign: string | null;
}

const COALESCE_ABOVE_BYTES = 256 * 1024;
const CLOSE_ABOVE_BYTES = 1024 * 1024;
const RETRY_COALESCED_MS = 250;

/** One authenticated socket. */
export interface Connection {
  readonly id: string;
  readonly owner: SocketOwner;
  readonly ip: string;
  readonly openedAtMs: number;
  readonly channels: Set<string>;
  /** Number of the channel when this connection joined: replay never reaches back before it. */
  readonly joinedAt: Map<string, number>;
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
  options: Pick<Connection, 'id' | 'owner' | 'ip' | 'openedAtMs'>,
): Connection => {
  const waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  const close = (code: number, reason: string): void => {
    clearTimeout(timer);
    socket.close(code, reason);
  };

  const send = (text: string): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > CLOSE_ABOVE_BYTES) close(CLOSE_CODES.slowConsumer, 'slow consumer');
    else socket.send(text);
  };

  const flushWaiting = (): void => {
    timer = undefined;
    if (socket.bufferedAmount > COALESCE_ABOVE_BYTES) {
      timer = setTimeout(flushWaiting, RETRY_COALESCED_MS);
      return;
    }
    for (const text of waiting.values()) send(text);
    waiting.clear();
  };

  return {
    ...options,
    channels: new Set(),
    joinedAt: new Map(),
    lastSeenMs: options.openedAtMs,
    send,
    sendFrame: (frame, channel) => {
      if (frame.coalesceKey === undefined || socket.bufferedAmount <= COALESCE_ABOVE_BYTES) {
        send(frame.text);
        return;
      }
      waiting.set(`${channel} ${frame.coalesceKey}`, frame.text);
      timer ??= setTimeout(flushWaiting, RETRY_COALESCED_MS);
    },
    close,
    ping: () => {
      if (socket.readyState === socket.OPEN) socket.ping();
    },
    bufferedBytes: () => socket.bufferedAmount,
  };
};
