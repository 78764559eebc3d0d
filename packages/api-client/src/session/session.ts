import type { TabChannel, TabLocks } from '../browser.ts';
import { openTabChannel, tabLocks } from '../browser.ts';
import { isProblem } from '../http/api-problem.ts';
import type { Timing } from '../timing.ts';
import { systemTiming } from '../timing.ts';
import type { CookieCallOptions } from './refresh-call.ts';
import { callLogout, callRefresh } from './refresh-call.ts';
import type { SessionEndpoints } from './session-paths.ts';
import { PLAYER_SESSION } from './session-paths.ts';
import type { EndReason, SessionState, SignedIn, Tokens } from './session-state.ts';
import { renewAtMs, tokensOf } from './session-state.ts';
import { isTabMessage } from './tab-messages.ts';

export interface SessionOptions {
  readonly baseUrl: string;
  /** Default: the player's. */
  readonly endpoints?: SessionEndpoints;
  /** `cookie` in browsers (default); `body` where the caller keeps the refresh token itself. */
  readonly delivery?: 'cookie' | 'body';
  /** First refresh token of a `body` session. */
  readonly refreshToken?: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly timing?: Timing;
  readonly timeoutMs?: number;
  /** Names lock and channel of the tabs; differs between player and console. */
  readonly name?: string;
  readonly locks?: TabLocks | null;
  readonly channel?: TabChannel | null;
}

/** One sign-in: holds the access token in memory and renews it, once for all tabs. */
export interface Session {
  readonly delivery: 'cookie' | 'body';
  /** Snapshot for views; the same object until something changes. */
  state(): SessionState;
  /** Called after every change of `state()`. */
  subscribe(listener: () => void): () => void;
  /** Called when another person, or nobody, is signed in. */
  onIdentityChange(listener: () => void): () => void;
  /** Takes over the answer of a sign-in or registration. */
  adopt(reply: SignedIn): void;
  /** Finds out whether the cookie (or refresh token) is still good; true when signed in. */
  restore(): Promise<boolean>;
  /** A token good for use now, null when nobody is signed in. Renews at 80 % of its life. */
  accessToken(): Promise<string | null>;
  /** A token other than `stale`; null when the session is over. Single-flight. */
  renew(stale: string | null): Promise<string | null>;
  /** Signs out on the server and in every tab. An unreachable server does not keep anyone signed in here. */
  signOut(): Promise<void>;
  /** Forgets the session here and in the other tabs. */
  end(reason: EndReason): void;
  credentialsFor(path: string): 'include' | 'same-origin';
  /** The newest refresh token of a `body` session. */
  refreshToken(): string | null;
}

const DEFAULT_TIMEOUT_MS = 20_000;
const END_REASONS = {
  session_revoked: 'revoked',
  token_expired: 'expired',
  unauthenticated: 'expired',
} as const satisfies Record<string, EndReason>;

/** The reason a refresh was refused for good, or null when trying later may succeed. */
const endReasonOf = (error: unknown): EndReason | null => {
  for (const [code, reason] of Object.entries(END_REASONS)) {
    if (isProblem(error, code as keyof typeof END_REASONS)) return reason;
  }
  return null;
};

/** Makes the session of a page or of a bot. It starts `unknown`: call `restore()` or `adopt()`. */
export const createSession = (options: SessionOptions): Session => {
  const timing = options.timing ?? systemTiming;
  const delivery = options.delivery ?? 'cookie';
  const name = options.name ?? 'sw-session';
  const locks = options.locks === undefined ? tabLocks() : options.locks;
  const channel = options.channel === undefined ? openTabChannel(name) : options.channel;
  const calls: CookieCallOptions = {
    baseUrl: options.baseUrl,
    endpoints: options.endpoints ?? PLAYER_SESSION,
    delivery,
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    timing,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  };

  let state: SessionState = { status: 'unknown' };
  let tokens: Tokens | null = null;
  let refreshToken = options.refreshToken ?? null;
  let inFlight: Promise<string | null> | null = null;
  const listeners = new Set<() => void>();
  const identityListeners = new Set<() => void>();

  const listen = (set: Set<() => void>, listener: () => void) => {
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  };

  const userIdOf = (of: SessionState): string | null => (of.status === 'signed_in' ? of.user.id : null);

  const setState = (next: SessionState) => {
    const before = userIdOf(state);
    state = next;
    if (before !== null && before !== userIdOf(next)) for (const listener of identityListeners) listener();
    for (const listener of listeners) listener();
  };

  const take = (reply: SignedIn, atMs: number) => {
    tokens = tokensOf(reply, atMs);
    if (reply.refreshToken !== undefined) refreshToken = reply.refreshToken;
    setState({
      status: 'signed_in',
      user: reply.user,
      mustChangePassword: reply.mustChangePassword,
      ...(reply.mustEnrollMfa === true ? { mustEnrollMfa: true } : {}),
    });
  };

  const adopt = (reply: SignedIn) => {
    const atMs = timing.nowMs();
    take(reply, atMs);
    channel?.post({ kind: 'renewed', reply, atMs });
  };

  const forget = (reason: EndReason | null) => {
    tokens = null;
    refreshToken = null;
    setState({ status: 'signed_out', reason });
  };

  const end = (reason: EndReason) => {
    forget(reason);
    channel?.post({ kind: 'ended', reason });
  };

  channel?.listen((message) => {
    if (!isTabMessage(message)) return;
    if (message.kind === 'renewed') take(message.reply, message.atMs);
    else forget(message.reason);
  });

  const refreshNow = async (stale: string | null): Promise<string | null> => {
    // Another tab may have renewed while this one waited for the lock.
    if (tokens !== null && tokens.accessToken !== stale) return tokens.accessToken;
    if (delivery === 'body' && refreshToken === null) return null;
    try {
      const reply = await callRefresh(calls, refreshToken);
      adopt(reply);
      return reply.accessToken;
    } catch (error) {
      const reason = endReasonOf(error);
      if (reason === null) throw error;
      // Another tab signed in while this refusal was on its way.
      if (tokens !== null && tokens.accessToken !== stale) return tokens.accessToken;
      // A page that finds no session on opening tells no other tab: one of them may just sign in.
      if (state.status === 'unknown') forget(null);
      else end(reason);
      return null;
    }
  };

  const renew = (stale: string | null): Promise<string | null> => {
    if (tokens !== null && tokens.accessToken !== stale) return Promise.resolve(tokens.accessToken);
    inFlight ??= (
      locks === null ? refreshNow(stale) : locks.request(name, {}, () => refreshNow(stale))
    ).finally(() => {
      inFlight = null;
    });
    return inFlight;
  };

  const accessToken = async (): Promise<string | null> => {
    if (state.status === 'signed_out') return null;
    if (tokens === null) return renew(null);
    const nowMs = timing.nowMs();
    if (nowMs < renewAtMs(tokens)) return tokens.accessToken;
    const current = tokens;
    try {
      return await renew(current.accessToken);
    } catch (error) {
      // Renewing early is a precaution: while the old token lives, its failure stops nothing.
      if (nowMs < current.expiresAtMs) return current.accessToken;
      throw error;
    }
  };

  return {
    delivery,
    state: () => state,
    subscribe: (listener) => listen(listeners, listener),
    onIdentityChange: (listener) => listen(identityListeners, listener),
    adopt,
    restore: async () => (await renew(null)) !== null,
    accessToken,
    renew,
    async signOut() {
      try {
        await callLogout(calls, refreshToken);
      } finally {
        end('signed_out');
      }
    },
    end,
    credentialsFor: (path) =>
      delivery === 'cookie' && /^\/(admin\/)?auth\//.test(path) ? 'include' : 'same-origin',
    refreshToken: () => refreshToken,
  };
};
