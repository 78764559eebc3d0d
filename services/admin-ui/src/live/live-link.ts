import type { GameSocket, OpenSocket, Session, SocketStatus } from '@sw/api-client';
import { createSocket } from '@sw/api-client';
import type { AdminEventData, AdminEventType } from '@sw/contracts/admin';
import { ADMIN_EVENTS } from '@sw/contracts/admin';

type Listener<T extends AdminEventType> = (data: AdminEventData<T>) => void;

/** What operators hear live. While it is paused nothing is told and nothing asked again by itself. */
export interface LiveLink {
  /** Snapshot for views; the same object until it changes. */
  state(): LiveState;
  subscribe(listener: () => void): () => void;
  on<T extends AdminEventType>(type: T, listener: Listener<T>): () => void;
  setPaused(isPaused: boolean): void;
  start(): void;
  stop(): void;
}

export interface LiveState {
  readonly link: SocketStatus['kind'];
  readonly isPaused: boolean;
}

export interface LiveLinkOptions {
  readonly url: string;
  readonly ticket: () => Promise<string>;
  readonly session: Pick<Session, 'accessToken' | 'renew'>;
  /** Something was missed, or paused over: fetch again. */
  readonly onResync: () => void;
  readonly open?: OpenSocket;
}

const isAdminEvent = (type: string): type is AdminEventType => Object.hasOwn(ADMIN_EVENTS, type);

/** The console's socket. It only says that something is so: every fact can be asked for again. */
export const createLiveLink = ({ onResync, ...options }: LiveLinkOptions): LiveLink => {
  const listeners = new Set<() => void>();
  const handlers = new Map<string, Set<(data: unknown) => void>>();
  let state: LiveState = { link: 'idle', isPaused: false };

  const set = (next: LiveState): void => {
    if (next.link === state.link && next.isPaused === state.isPaused) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const socket: GameSocket = createSocket({
    ...options,
    onEvent: () => undefined,
    onResync: () => {
      if (!state.isPaused) onResync();
    },
    onOther: ({ type, data }) => {
      if (state.isPaused || !isAdminEvent(type)) return;
      const read = ADMIN_EVENTS[type].safeDecode(data as never);
      if (!read.success) return onResync();
      for (const handler of handlers.get(type) ?? []) handler(read.data);
    },
  });
  socket.subscribe(() => set({ ...state, link: socket.status().kind }));

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    on: (type, listener) => {
      const own = handlers.get(type) ?? new Set();
      handlers.set(type, own);
      own.add(listener as (data: unknown) => void);
      return () => {
        own.delete(listener as (data: unknown) => void);
      };
    },
    setPaused: (isPaused) => {
      const wasPaused = state.isPaused;
      set({ ...state, isPaused });
      if (wasPaused && !isPaused) onResync();
    },
    start: socket.start,
    stop: socket.stop,
  };
};
