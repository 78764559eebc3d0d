import type { GameSocket, Timing } from '@sw/api-client';
import { createApi, createSession, createSocket, NetworkError, sleep, uuidV7 } from '@sw/api-client';
import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RandomStream } from '@sw/rules';
import { finishFirstLogin } from './first-login.ts';
import type { Deed, Pilot, PlayerApi, Strategy } from './pilot.ts';
import { reactTo } from './reaction.ts';

export interface BotOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:8080`. */
  readonly origin: string;
  readonly refreshToken: string;
  readonly strategy: Strategy;
  readonly random: RandomStream;
  readonly timing: Timing;
  /** Pause between two steps, moved by up to half of it either way. */
  readonly paceMs: number;
  readonly maxSteps: number;
  /** Clock time after which no step begins. */
  readonly untilMs: number;
  readonly signal: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  /** Without a socket the bot is not shown online and does not speak. */
  readonly withSocket?: boolean;
}

export interface BotReport {
  readonly callsign: string;
  readonly strategy: string;
  readonly deeds: Readonly<Partial<Record<Deed, number>>>;
  /** Refusals and failures by their code. */
  readonly refusals: Readonly<Record<string, number>>;
  /** Why it ended before its time, if it did. */
  readonly stoppedBecause: string | null;
}

const API_PATH = '/api/v1';

const openSocket = (options: BotOptions, api: PlayerApi): GameSocket | null => {
  if (options.withSocket === false) return null;
  const socket = createSocket({
    url: `${options.origin.replace(/^http/, 'ws')}${API_PATH}/ws/connect`,
    ticket: async () => (await api.createSocketTicket()).ticket,
    onEvent: () => undefined,
    onResync: () => undefined,
    timing: options.timing,
  });
  socket.start();
  return socket;
};

const count = (table: Record<string, number>, name: string) => {
  table[name] = (table[name] ?? 0) + 1;
};

/** Half to one and a half times the pace, by the bot's own dice. */
const pause = ({ paceMs, random }: BotOptions): number => Math.round(paceMs / 2) + random.roll(paceMs + 1);

/** Plays one player until time, steps or signal end it. It never rejects for a refusal of the server. */
export const runBot = async (options: BotOptions, onStep: (deed: Deed) => void): Promise<BotReport> => {
  const { timing, signal, strategy } = options;
  const baseUrl = options.origin + API_PATH;
  const shared = { baseUrl, timing, ...(options.fetch === undefined ? {} : { fetch: options.fetch }) };
  const session = createSession({ ...shared, delivery: 'body', refreshToken: options.refreshToken });
  const api = createApi(PLAYER_ENDPOINTS, { ...shared, session });
  const deeds: Record<string, number> = {};
  const refusals: Record<string, number> = {};
  let callsign = '';
  let stoppedBecause: string | null = null;
  let socket: GameSocket | null = null;

  const pilot: Pilot = {
    api,
    random: options.random,
    async say(text) {
      if (socket?.status().kind !== 'live') throw new NetworkError('The bot has no live socket');
      await socket.request('chat.send', { channel: 'sector', text, clientId: uuidV7(timing.nowMs()) });
    },
  };

  const step = async (): Promise<number> => {
    if (callsign === '') {
      callsign = await finishFirstLogin(api, options.random);
      socket = openSocket(options, api);
    }
    const { deed, waitMs } = await strategy.step(pilot);
    count(deeds, deed);
    onStep(deed);
    return waitMs ?? 0;
  };

  const stepOrReact = async (): Promise<number> => {
    try {
      return await step();
    } catch (error) {
      const reaction = reactTo(error);
      count(refusals, reaction.reason);
      if (reaction.kind === 'wait') return reaction.waitMs;
      stoppedBecause = reaction.reason;
      return 0;
    }
  };

  try {
    for (let steps = 0; steps < options.maxSteps; steps += 1) {
      if (signal.aborted || stoppedBecause !== null || timing.nowMs() >= options.untilMs) break;
      const waitMs = Math.max(await stepOrReact(), pause(options));
      if (timing.nowMs() + waitMs >= options.untilMs) break;
      await sleep(timing, waitMs, signal).catch(() => undefined);
    }
  } finally {
    (socket as GameSocket | null)?.stop();
  }
  return { callsign, strategy: strategy.name, deeds, refusals, stoppedBecause };
};
