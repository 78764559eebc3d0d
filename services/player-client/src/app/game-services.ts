import type { Api, ApiOptions, GameSocket, Session } from '@sw/api-client';
import {
  applyEvent,
  applyResync,
  createApi,
  createSession,
  createSharedSocket,
  isProblem,
  queryKeys,
  uuidV7,
} from '@sw/api-client';
import type { EndpointDeclaration } from '@sw/contracts';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { I18n } from '@sw/i18n';
import type { QueryClient } from '@tanstack/react-query';
import type { Acts } from './act-store.ts';
import { createActs } from './act-store.ts';
import { createEventCache } from './event-cache.ts';
import { lineOfEvent } from './event-lines.ts';
import type { Link } from './link-store.ts';
import { createLink } from './link-store.ts';
import { keepLog } from './log-memory.ts';
import type { EventLog, LogCategory, LogTone } from './log-store.ts';
import { createEventLog } from './log-store.ts';
import type { OwnActs } from './own-acts.ts';
import { createOwnActs } from './own-acts.ts';
import { pollWithoutSocket } from './poll-without-socket.ts';
import type { SignInReply } from './public-api.ts';
import { createQueryClient } from './query-client.ts';
import type { RuntimeConfig } from './runtime-config.ts';
import { socketUrl } from './runtime-config.ts';
import type { ServerClock } from './server-clock.ts';
import { createServerClock } from './server-clock.ts';

export type PlayerApi = Api<typeof PLAYER_ENDPOINTS>;

type PostDescribed = (call: { body: Readonly<Record<string, unknown>> }) => Promise<unknown>;

/** Everything the screens share. Made once a page; a test makes its own with a fake `fetch`. */
export interface GameServices {
  readonly api: PlayerApi;
  readonly session: Session;
  readonly queries: QueryClient;
  readonly link: Link;
  readonly clock: ServerClock;
  readonly log: EventLog;
  readonly acts: Acts;
  readonly own: OwnActs;
  readonly i18n: I18n;
  /** A client for endpoints that few screens use; their declarations come with those screens. */
  apiFor<const T extends Record<string, EndpointDeclaration>>(
    endpoints: T,
    options: Pick<ApiOptions, 'onStepUp'>,
  ): Api<T>;
  /** Opens the socket of a player; a second call for the same player does nothing. */
  connect(playerId: string): void;
  disconnect(): void;
  /** Sends over the socket; fails when it is not open. */
  request: GameSocket['request'];
  /** Does what the server described: its path, its members, no more is known of it here. */
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  /** Prints one line of an own act. */
  print(tone: LogTone, category: LogCategory, text: string): void;
}

export interface GameServicesOptions {
  readonly config: RuntimeConfig;
  readonly i18n: I18n;
  readonly signedIn: SignInReply | null;
  readonly onFirstLoginOpen: () => void;
  readonly fetch?: typeof globalThis.fetch;
  /** Absent in tests and previews: nothing is pushed. */
  readonly page?: Pick<Location, 'protocol' | 'host'>;
}

/** Wires client, cache, socket and stores together. */
export function createGameServices(options: GameServicesOptions): GameServices {
  const { config, i18n } = options;
  const clock = createServerClock();
  const log = createEventLog();
  const link = createLink(clock.nowMs);
  const own = createOwnActs(clock.nowMs);
  const http = options.fetch === undefined ? {} : { fetch: options.fetch };
  const session = createSession({ baseUrl: config.apiBase, ...http });
  if (options.signedIn !== null) session.adopt(options.signedIn);
  const calls = { baseUrl: config.apiBase, session, onServerTime: clock.observe, ...http };
  const api = createApi(PLAYER_ENDPOINTS, calls);
  const queries = createQueryClient({
    onReachable: link.setReachable,
    onRefusal: (error) => {
      if (isProblem(error, 'first_login_required')) options.onFirstLoginOpen();
    },
  });
  const cache = createEventCache({
    queries,
    lineOf: (entry) => lineOfEvent(entry, i18n.t, i18n.language),
    isNews: (entry) => !own.isEcho(entry.type),
    append: log.append,
    notify: log.notify,
    signOut: () => session.end('revoked'),
  });

  let socket: {
    readonly playerId: string;
    readonly socket: GameSocket;
    readonly unfollow: () => void;
    readonly forget: () => void;
  } | null = null;
  const disconnect = () => {
    socket?.unfollow();
    socket?.forget();
    socket?.socket.stop();
    socket = null;
  };

  return {
    api,
    session,
    queries,
    link,
    clock,
    log,
    acts: createActs(),
    own,
    i18n,
    apiFor: (endpoints, options) => createApi(endpoints, { ...calls, ...options }),
    connect: (playerId) => {
      if (options.page === undefined || socket?.playerId === playerId) return;
      disconnect();
      const opened = createSharedSocket({
        url: socketUrl(config, options.page),
        name: `sw-socket-${playerId}`,
        session,
        ticket: async () => (await api.createSocketTicket()).ticket,
        onEvent: (event) => applyEvent(event, cache),
        onResync: (channel) => applyResync(channel, cache),
        onServerTime: clock.observe,
      });
      const unfollow = link.follow(opened);
      // Whether the server is gone or only the socket is known by the next answer: it is asked for at once.
      const unpoll = pollWithoutSocket(link, () => {
        void queries.invalidateQueries({ queryKey: queryKeys.player.state() });
      });
      socket = {
        playerId,
        socket: opened,
        unfollow: () => {
          unfollow();
          unpoll();
        },
        forget: keepLog(log, playerId),
      };
      opened.start();
    },
    disconnect,
    request: (type, data) =>
      socket === null
        ? Promise.reject(new Error('The socket is not open'))
        : socket.socket.request(type, data),
    post: async (path, body) => {
      const { reply: _reply, ...order } = PLAYER_ENDPOINTS.undock;
      const { act } = createApi({ act: { ...order, path } }, calls) as unknown as Record<
        'act',
        PostDescribed
      >;
      await act({ body });
    },
    print: (tone, category, text) => {
      const atMs = clock.nowMs();
      log.append({ id: uuidV7(atMs), atMs, tone, category, text });
    },
  };
}
