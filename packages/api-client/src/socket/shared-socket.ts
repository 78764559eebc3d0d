import type { TabChannel, TabLocks } from '../browser.ts';
import { openTabChannel, tabLocks } from '../browser.ts';
import { systemTiming } from '../timing.ts';
import { uuidV7 } from '../uuid-v7.ts';
import type { RequestData, RequestType } from './frames.ts';
import { PendingRequests } from './pending-requests.ts';
import type { GameSocket, SocketOptions } from './socket.ts';
import { createSocket } from './socket.ts';
import type { SocketStatus } from './socket-status.ts';
import { SocketRefusal } from './socket-status.ts';
import type { TabSocketMessage } from './tab-socket-messages.ts';
import { isTabSocketMessage } from './tab-socket-messages.ts';

export interface SharedSocketOptions extends SocketOptions {
  /** Names lock and channel; contains the player, so that two accounts never share a socket. */
  readonly name: string;
  readonly locks?: TabLocks | null;
  readonly channel?: TabChannel | null;
}

const NO_ANSWER = 'no_answer';

/**
 * One socket for all tabs of a browser: the tab that gets the lock holds it and tells the others
 * what arrives; when that tab goes, the next one takes over and asks everybody to fetch anew.
 * Where a browser has no locks or channels, the tab simply has a socket of its own.
 */
export const createSharedSocket = (options: SharedSocketOptions): GameSocket => {
  const timing = options.timing ?? systemTiming;
  const locks = options.locks === undefined ? tabLocks() : options.locks;
  const channel = options.channel === undefined ? openTabChannel(options.name) : options.channel;
  if (locks === null || channel === null) return createSocket(options);

  const pending = new PendingRequests(timing);
  const tabId = uuidV7(timing.nowMs());
  const listeners = new Set<() => void>();
  let status: SocketStatus = { kind: 'idle' };
  let leader: GameSocket | null = null;
  let hasFollowed = false;
  let leave: (() => void) | null = null;

  const post = (message: TabSocketMessage) => channel.post(message);

  const setStatus = (next: SocketStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };

  const resyncAll = (channelName: string | null) => {
    options.onResync(channelName);
    post({ kind: 'resync', channel: channelName });
  };

  const takeLead = () => {
    const socket = createSocket({
      ...options,
      onEvent(event) {
        options.onEvent(event);
        post({ kind: 'event', event });
      },
      onResync: resyncAll,
    });
    socket.subscribe(() => {
      setStatus(socket.status());
      post({ kind: 'status', status: socket.status() });
      // What happened between the old leader's end and the first welcome was heard by nobody.
      if (hasFollowed && socket.status().kind === 'live') {
        hasFollowed = false;
        resyncAll(null);
      }
    });
    leader = socket;
    socket.start();
  };

  /** Passes another tab's request on and tells it the answer. */
  const serve = async (message: Extract<TabSocketMessage, { kind: 'request' }>, socket: GameSocket) => {
    const { ref } = message;
    try {
      const data = await socket.request(message.type, message.data as RequestData<RequestType>);
      post({ kind: 'ack', ref, data });
    } catch (error) {
      const refusal = error instanceof SocketRefusal ? error : new SocketRefusal(NO_ANSWER, '');
      post({ kind: 'error', ref, code: refusal.code, detail: refusal.detail });
    }
  };

  const hearAsLeader = (message: TabSocketMessage, socket: GameSocket) => {
    if (message.kind === 'hello') post({ kind: 'status', status });
    else if (message.kind === 'wake') socket.wake();
    else if (message.kind === 'request') void serve(message, socket);
  };

  const hearAsFollower = (message: TabSocketMessage) => {
    if (message.kind === 'status') {
      hasFollowed = true;
      setStatus(message.status);
    } else if (message.kind === 'event') options.onEvent(message.event);
    else if (message.kind === 'resync') options.onResync(message.channel);
    else if (message.kind === 'ack') pending.settle(message);
    else if (message.kind === 'error') {
      if (message.code === NO_ANSWER) pending.fail(message.ref, 'The socket is not connected');
      else pending.settle(message);
    }
  };

  channel.listen((message) => {
    if (leave === null || !isTabSocketMessage(message)) return;
    if (leader === null) hearAsFollower(message);
    else hearAsLeader(message, leader);
  });

  const requestOfLeader = (type: RequestType, data: unknown): Promise<unknown> => {
    const ref = `${tabId}:${pending.nextRef()}`;
    const answer = pending.wait(ref);
    post({ kind: 'request', ref, type, data });
    return answer;
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
      if (leave !== null) return;
      const waiting = new AbortController();
      const term = Promise.withResolvers<void>();
      leave = () => {
        waiting.abort();
        term.resolve();
      };
      setStatus({ kind: 'connecting', attempt: 0 });
      post({ kind: 'hello' });
      const lead = async () => {
        takeLead();
        await term.promise;
      };
      // Aborting the wait for the lock rejects; by then this tab no longer cares.
      locks.request(options.name, { signal: waiting.signal }, lead).catch(() => undefined);
    },
    stop() {
      leave?.();
      leave = null;
      leader?.stop();
      leader = null;
      pending.failAll('The socket was stopped');
      setStatus({ kind: 'idle' });
    },
    wake() {
      if (leader === null) post({ kind: 'wake' });
      else leader.wake();
    },
    request: (type, data) => (leader === null ? requestOfLeader(type, data) : leader.request(type, data)),
  };
};
