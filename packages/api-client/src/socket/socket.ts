import type { ServerEnvelope } from '@sw/contracts';
import { onWake as listenForWake } from '../browser.ts';
import { ApiProblem, NetworkError } from '../http/api-problem.ts';
import type { Session } from '../session/session.ts';
import type { Timing } from '../timing.ts';
import { systemTiming } from '../timing.ts';
import { mayReconnect, needsNewSession, reconnectDelayMs } from './backoff.ts';
import type { Connection } from './connection.ts';
import { openConnection } from './connection.ts';
import { EventStream } from './event-stream.ts';
import type { Frame, RequestData, RequestType, SocketEvent } from './frames.ts';
import { writeFrame } from './frames.ts';
import { PendingRequests } from './pending-requests.ts';
import type { OpenSocket } from './socket-like.ts';
import { openNativeSocket } from './socket-like.ts';
import type { SocketStatus } from './socket-status.ts';

export interface SocketOptions {
  /** e.g. `wss://host/api/v1/ws/connect`. */
  readonly url: string;
  /** Fetches a one-time ticket, e.g. from `createSocketTicket`. */
  readonly ticket: () => Promise<string>;
  readonly onEvent: (event: SocketEvent) => void;
  /** Fetch again what depends on the channel; null: everything. */
  readonly onResync: (channel: string | null) => void;
  /** Events of another catalogue, such as that of operators; left out, they are ignored. */
  readonly onOther?: (envelope: ServerEnvelope) => void;
  /** Told the server's time, in milliseconds, at the welcome and at every heartbeat. */
  readonly onServerTime?: (serverMs: number) => void;
  /** Renewed before connecting again after 4401. */
  readonly session?: Pick<Session, 'accessToken' | 'renew'>;
  readonly open?: OpenSocket;
  readonly timing?: Timing;
  readonly onWake?: (wake: () => void) => () => void;
}

export interface GameSocket {
  /** Snapshot for views; the same object until it changes. */
  status(): SocketStatus;
  subscribe(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** Tries at once when waiting, probes the link when live. */
  wake(): void;
  /** Resolves with the data of the ack, rejects with `SocketRefusal` or `NetworkError`. */
  request<T extends RequestType>(type: T, data: RequestData<T>): Promise<unknown>;
}

/** The game's socket: keeps itself connected, resumes, and says when something was missed. */
export const createSocket = (options: SocketOptions): GameSocket => {
  const timing = options.timing ?? systemTiming;
  const open = options.open ?? openNativeSocket;
  const stream = new EventStream({
    onResync: options.onResync,
    onOther: options.onOther,
    onEvent(event) {
      observe(event);
      options.onEvent(event);
    },
  });
  const pending = new PendingRequests(timing);
  const listeners = new Set<() => void>();

  let status: SocketStatus = { kind: 'idle' };
  let connection: Connection | null = null;
  let attempt = 0;
  let run = 0;
  let drainRetryMs: number | null = null;
  /** Said between the welcome and the end of the resume. */
  let startsDegraded = false;
  let cancelRetry: () => void = () => undefined;
  let stopListening: () => void = () => undefined;

  const setStatus = (next: SocketStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };

  const giveUp = (closeCode: number | null) =>
    setStatus({ kind: 'offline', attempt, retryAtMs: null, closeCode });

  const retryLater = (closeCode: number | null) => {
    const delayMs = drainRetryMs ?? reconnectDelayMs(timing, attempt);
    drainRetryMs = null;
    attempt += 1;
    setStatus({ kind: 'offline', attempt, retryAtMs: timing.nowMs() + delayMs, closeCode });
    cancelRetry = timing.after(delayMs, () => void connect());
  };

  const request = (type: Parameters<typeof writeFrame>[0], data: unknown): Promise<unknown> => {
    if (connection === null) return Promise.reject(new NetworkError('The socket is not connected'));
    const ref = pending.nextRef();
    const answer = pending.wait(ref);
    connection.send(writeFrame(type, ref, data));
    return answer;
  };

  const beLive = () => {
    attempt = 0;
    setStatus({ kind: 'live', degraded: startsDegraded });
  };

  const setDegraded = (degraded: boolean) => {
    if (status.kind === 'live') setStatus({ kind: 'live', degraded });
    else startsDegraded = degraded;
  };

  const handleWelcome = (welcome: Extract<SocketEvent, { type: 'session.welcome' }>['data']) => {
    connection?.keepAlive(welcome.heartbeatS * 1000);
    const positions = stream.welcome(welcome.channels);
    if (positions === null) {
      beLive();
      return;
    }
    const current = run;
    const finish = (succeeded: boolean) => {
      if (current !== run) return;
      stream.release(succeeded);
      beLive();
    };
    request('resume', { channels: positions }).then(
      () => finish(true),
      () => finish(false),
    );
  };

  const handleFrame = (frame: Frame) => {
    if (frame.kind === 'ack' || frame.kind === 'error') pending.settle(frame);
    else if (frame.kind === 'event') stream.take(frame.envelope);
  };

  /** What concerns the connection itself, before anybody else hears of it. */
  const observe = (event: SocketEvent) => {
    if (event.type === 'session.welcome') handleWelcome(event.data);
    else if (event.type === 'session.degraded') setDegraded(true);
    else if (event.type === 'session.restored') setDegraded(false);
    else if (event.type === 'system.draining') drainRetryMs = event.data.retryAfterMs;
    // Other events may be replayed ones, with the time of long ago.
    if (event.type === 'session.welcome' || event.type === 'heartbeat.ack') {
      options.onServerTime?.(Date.parse(event.data.serverTime));
    }
  };

  /** Renews the session after the server ended it; false when it is over for good. */
  const renewSession = async (): Promise<boolean> => {
    if (options.session === undefined) return true;
    try {
      return (await options.session.renew(await options.session.accessToken())) !== null;
    } catch {
      // No answer: the next attempt to connect finds out.
      return true;
    }
  };

  const handleClosed = async (code: number, ofRun: number) => {
    if (ofRun !== run) return;
    run += 1;
    const current = run;
    connection = null;
    pending.failAll('The socket was closed');
    if (!mayReconnect(code)) {
      giveUp(code);
      return;
    }
    const isOver = needsNewSession(code) && !(await renewSession());
    if (current !== run) return;
    if (isOver) giveUp(code);
    else retryLater(code);
  };

  const connect = async (): Promise<void> => {
    cancelRetry();
    run += 1;
    const current = run;
    startsDegraded = false;
    setStatus({ kind: 'connecting', attempt });
    try {
      const ticket = await options.ticket();
      if (current !== run) return;
      connection = openConnection({
        url: options.url,
        ticket,
        open,
        timing,
        onFrame: handleFrame,
        onClosed: (code) => void handleClosed(code, current),
      });
    } catch (error) {
      if (current !== run) return;
      if (error instanceof ApiProblem && (error.status === 401 || error.status === 403)) giveUp(null);
      else retryLater(null);
    }
  };

  const wake = () => {
    if (status.kind === 'offline' && status.retryAtMs !== null) void connect();
    else if (status.kind === 'live') connection?.probe();
  };

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    start() {
      if (status.kind === 'connecting' || status.kind === 'live') return;
      stopListening();
      stopListening = (options.onWake ?? listenForWake)(wake);
      void connect();
    },
    stop() {
      run += 1;
      cancelRetry();
      stopListening();
      connection?.close();
      connection = null;
      pending.failAll('The socket was stopped');
      setStatus({ kind: 'idle' });
    },
    wake,
    request: (type, data) => request(type, data),
  };
};
