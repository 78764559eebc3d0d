import type { Timing } from '../timing.ts';
import type { Frame } from './frames.ts';
import { readFrame, writeFrame } from './frames.ts';
import type { OpenSocket } from './socket-like.ts';

export interface ConnectionOptions {
  readonly url: string;
  readonly ticket: string;
  readonly open: OpenSocket;
  readonly timing: Timing;
  readonly onFrame: (frame: Frame) => void;
  /** Called once. 1006 when the link died without a word. */
  readonly onClosed: (code: number) => void;
}

/** One physical connection, from opening to closing. */
export interface Connection {
  send(text: string): void;
  /** Beats every `everyMs` from now on; also ends the wait for the welcome. */
  keepAlive(everyMs: number): void;
  /** Asks for a sign of life now, e.g. after the computer slept. */
  probe(): void;
  close(): void;
}

const WELCOME_TIMEOUT_MS = 10_000;
const BEAT_ANSWER_TIMEOUT_MS = 10_000;
const ABNORMAL = 1006;
const NORMAL = 1000;

/**
 * Opens a socket and signs in with the ticket in the first frame. A link that gives no sign of
 * life within 10 s of a beat counts as closed at once: the platform may take minutes to notice.
 */
export const openConnection = (options: ConnectionOptions): Connection => {
  const { timing } = options;
  const socket = options.open(options.url);
  let isOver = false;
  let everyMs = 0;
  let cancelBeat: () => void = () => undefined;
  let cancelDeadline: () => void = () => undefined;
  let isAwaitingLife = false;

  const finish = (code: number) => {
    if (isOver) return;
    isOver = true;
    cancelBeat();
    cancelDeadline();
    options.onClosed(code);
  };

  const abandon = () => {
    socket.close();
    finish(ABNORMAL);
  };

  const beat = () => {
    if (isOver || isAwaitingLife) return;
    isAwaitingLife = true;
    socket.send(writeFrame('heartbeat', 'beat', {}));
    cancelDeadline = timing.after(BEAT_ANSWER_TIMEOUT_MS, abandon);
  };

  const scheduleBeat = () => {
    cancelBeat();
    cancelBeat = timing.after(everyMs, () => {
      beat();
      scheduleBeat();
    });
  };

  cancelDeadline = timing.after(WELCOME_TIMEOUT_MS, abandon);
  socket.onopen = () => socket.send(writeFrame('auth', 'auth', { ticket: options.ticket }));
  socket.onmessage = (event: { readonly data: unknown }) => {
    if (isOver) return;
    if (isAwaitingLife) {
      isAwaitingLife = false;
      cancelDeadline();
    }
    options.onFrame(readFrame(event.data));
  };
  socket.onclose = (event: { readonly code: number }) => finish(event.code);

  return {
    send: (text) => socket.send(text),
    keepAlive(ms) {
      everyMs = ms;
      cancelDeadline();
      scheduleBeat();
    },
    probe: () => {
      if (everyMs > 0) beat();
    },
    close() {
      isOver = true;
      cancelBeat();
      cancelDeadline();
      socket.close(NORMAL);
    },
  };
};
