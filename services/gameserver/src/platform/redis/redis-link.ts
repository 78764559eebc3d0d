import { createClient } from '@redis/client';
import type { Logger, Metrics } from '@sw/service-kit';
import type { RedisScript } from './redis-script.ts';

/** One connection to a Redis that may be lost and come back at any time. */
export interface RedisLink {
  /** Runs a script; keys get the prefix of this installation. Rejects at once while the link is down. */
  run(script: RedisScript, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown>;
  /** Any command; its keys must have gone through `key`. `limitMs` replaces the usual second. */
  send(command: readonly string[], limitMs?: number): Promise<unknown>;
  key(name: string): string;
  isUp(): boolean;
  onChange(listener: (isUp: boolean) => void): void;
  /** Resolves when the link is up or `limitMs` have passed: a server starts without its Redis too. */
  whenUp(limitMs: number): Promise<void>;
  close(): Promise<void>;
}

export interface RedisLinkOptions {
  readonly url: string;
  readonly prefix: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Said instead of waiting: whoever asks has something else to do meanwhile. */
export class RedisDownError extends Error {
  override readonly name = 'RedisDownError';
  constructor(reason: string) {
    super(`Redis cannot be used: ${reason}`);
  }
}

const COMMAND_LIMIT_MS = 1_000;
const PROBE_EVERY_MS = 200;
const CONNECT_LIMIT_MS = 2_000;
/** A connection on which nothing at all was heard for this long is given up. */
const SILENCE_MS = 5_000;
const PING_EVERY_MS = 1_000;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1_000;

/**
 * Opens a link and keeps it. Down is: not connected, or connected to a Redis that has let a command wait too
 * long (it may be frozen). While down nothing is sent but a probe, so that nobody waits twice.
 */
export const openRedisLink = ({ url, prefix, logger, metrics }: RedisLinkOptions): RedisLink => {
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_LIMIT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(FIRST_RETRY_MS * 2 ** Math.min(tries, 10), LONGEST_RETRY_MS),
    },
  });
  const listeners: ((isUp: boolean) => void)[] = [];
  let isUp = false;
  let isClosed = false;
  let probe: NodeJS.Timeout | undefined;

  const change = (next: boolean): void => {
    if (next === isUp) return;
    isUp = next;
    if (next) logger.info({}, 'redis.up');
    else if (!isClosed) logger.warn({}, 'redis.down');
    for (const listener of listeners) listener(next);
  };

  const limited = async <T>(answer: Promise<T>, limitMs: number): Promise<T> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new RedisDownError('no answer in time')), limitMs);
    // Whichever loses the race may still reject; nobody is left to hear it.
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  };

  const look = async (): Promise<void> => {
    probe = undefined;
    if (isClosed || !client.isReady) return;
    try {
      await limited(client.sendCommand(['PING']), COMMAND_LIMIT_MS);
      change(true);
    } catch {
      lookAgain();
    }
  };
  const lookAgain = (): void => {
    if (!isClosed) probe ??= setTimeout(() => void look(), PROBE_EVERY_MS).unref();
  };

  const send = async (command: readonly string[], limitMs = COMMAND_LIMIT_MS): Promise<unknown> => {
    if (!isUp) throw new RedisDownError('it is down');
    try {
      return await limited(client.sendCommand([...command]), limitMs);
    } catch (error) {
      if (!isScriptUnknown(error)) metrics.redis.errors.inc();
      if (error instanceof RedisDownError) {
        change(false);
        lookAgain();
      }
      throw error;
    }
  };

  // Every failed attempt to connect is one; what matters to people is said when the state changes.
  client.on('error', (error: unknown) => {
    metrics.redis.errors.inc();
    logger.debug({ err: error }, 'redis.error');
    change(false);
  });
  client.on('ready', () => void look());
  client.connect().catch(() => undefined);

  return {
    send,
    run: async (script, keys, args) => {
      const rest = [String(keys.length), ...keys.map((key) => prefix + key), ...args.map(String)];
      try {
        return await send(['EVALSHA', script.sha1, ...rest]);
      } catch (error) {
        if (!isScriptUnknown(error)) throw error;
        return await send(['EVAL', script.source, ...rest]);
      }
    },
    key: (name) => prefix + name,
    isUp: () => isUp,
    onChange: (listener) => {
      listeners.push(listener);
    },
    whenUp: (limitMs) =>
      isUp
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, limitMs).unref();
            listeners.push((up) => {
              if (!up) return;
              clearTimeout(timer);
              resolve();
            });
          }),
    close: async () => {
      isClosed = true;
      clearTimeout(probe);
      change(false);
      client.destroy();
    },
  };
};

const isScriptUnknown = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');
