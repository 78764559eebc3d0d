import type { GameSocket, SocketStatus } from '@sw/api-client';
import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';

/**
 * `live`: the socket brings every change. `polling`: the socket is down or degraded, but requests are
 * answered. `offline`: nobody answers; acts that spend are closed.
 */
export type LinkKind = 'connecting' | 'live' | 'polling' | 'offline';

export interface LinkState {
  readonly kind: LinkKind;
  /** When the next attempt to connect is made. */
  readonly retryAtMs: number | null;
  /** Since when the data on screen may be old; null while it is fresh. */
  readonly staleSinceMs: number | null;
}

export interface Link extends StoreApi<LinkState> {
  setReachable(reachable: boolean): void;
  follow(socket: GameSocket): () => void;
}

/** What the two ways to the server together mean for the person at the screen. */
export function linkKind(socket: SocketStatus, reachable: boolean): LinkKind {
  if (socket.kind === 'live') return socket.degraded ? 'polling' : 'live';
  if (!reachable) return 'offline';
  return socket.kind === 'offline' ? 'polling' : 'connecting';
}

/** Follows the socket and the fate of ordinary requests. */
export function createLink(nowMs: () => number): Link {
  const store = createStore<LinkState>(() => ({ kind: 'connecting', retryAtMs: null, staleSinceMs: null }));
  let socketStatus: SocketStatus = { kind: 'idle' };
  let reachable = true;

  const update = () => {
    const kind = linkKind(socketStatus, reachable);
    const before = store.getState();
    store.setState({
      kind,
      retryAtMs: socketStatus.kind === 'offline' ? socketStatus.retryAtMs : null,
      staleSinceMs: kind === 'offline' ? (before.staleSinceMs ?? nowMs()) : null,
    });
  };

  return {
    ...store,
    setReachable: (next) => {
      if (next === reachable) return;
      reachable = next;
      update();
    },
    follow: (socket) => {
      const take = () => {
        socketStatus = socket.status();
        update();
      };
      take();
      return socket.subscribe(take);
    },
  };
}
