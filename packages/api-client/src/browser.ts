/**
 * The few browser facilities the client uses, as structural types: the same source also runs and
 * type-checks on Node, where some of them are missing.
 */
export interface TabLocks {
  request<T>(name: string, options: { readonly signal?: AbortSignal }, task: () => Promise<T>): Promise<T>;
}

/** A channel to the other tabs of this browser. */
export interface TabChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

interface BroadcastChannelLike {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  close(): void;
}

interface BrowserGlobals {
  readonly navigator?: { readonly locks?: TabLocks };
  readonly document?: EventTarget & { readonly visibilityState?: string };
  readonly BroadcastChannel?: new (name: string) => BroadcastChannelLike;
}

const globals = globalThis as unknown as BrowserGlobals & EventTarget;

/** True where several tabs can share a session: outside a page every client stands alone. */
const isPage = (): boolean => globals.document !== undefined;

/** Web Locks, or null where a page has none. */
export const tabLocks = (): TabLocks | null => (isPage() ? (globals.navigator?.locks ?? null) : null);

/** Opens a channel to the other tabs, or null where there is none. */
export const openTabChannel = (name: string): TabChannel | null => {
  if (!isPage() || globals.BroadcastChannel === undefined) return null;
  const channel = new globals.BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.onmessage = (event) => listener(event.data);
    },
    close: () => channel.close(),
  };
};

/** Calls `wake` when the network returns or the tab is looked at again; returns how to stop. */
export const onWake = (wake: () => void): (() => void) => {
  const page = globals.document;
  if (page === undefined) return () => undefined;
  const whenVisible = () => {
    if (page.visibilityState === 'visible') wake();
  };
  globals.addEventListener('online', wake);
  page.addEventListener('visibilitychange', whenVisible);
  return () => {
    globals.removeEventListener('online', wake);
    page.removeEventListener('visibilitychange', whenVisible);
  };
};
