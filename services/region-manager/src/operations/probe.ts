import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { StepFailure } from '../engine/failure.ts';

const ASK_LIMIT_MS = 5_000;
const POLL_MS = 250;

/** What a regional server says of itself. */
export interface Probe {
  /** The status of a path of the server; null when it does not answer. */
  status(name: string, path: string): Promise<number | null>;
  players(name: string): Promise<number | null>;
  /** @throws StepFailure `never_ready` when it is not ready in time, or stopped trying. */
  untilReady(name: string, signal: AbortSignal): Promise<void>;
}

const players = z.object({ online: z.int().min(0) });

export const createProbe = ({ driver, config }: Pick<Deps, 'driver' | 'config'>): Probe => {
  const ask = async (name: string, path: string): Promise<Response | null> => {
    try {
      const address = await driver.probeAddress(name);
      if (address === null) return null;
      return await fetch(`${address}${path}`, {
        redirect: 'error',
        signal: AbortSignal.timeout(ASK_LIMIT_MS),
        headers: { accept: 'application/json', connection: 'close' },
      });
    } catch {
      return null;
    }
  };

  const status = async (name: string, path: string): Promise<number | null> => {
    const response = await ask(name, path);
    await response?.body?.cancel().catch(() => undefined);
    return response?.status ?? null;
  };

  return {
    status,
    players: async (name) => {
      const response = await ask(name, '/api/v1/status/players');
      const body: unknown = response?.status === 200 ? await response.json().catch(() => null) : null;
      return players.safeParse(body).data?.online ?? null;
    },
    untilReady: async (name, signal) => {
      const endMs = performance.now() + config.readyTimeoutMs;
      while ((await status(name, '/ready')) !== 200) {
        signal.throwIfAborted();
        if (performance.now() >= endMs) {
          throw new StepFailure(
            'never_ready',
            `The server was not ready within ${config.readyTimeoutMs / 1000} s.`,
          );
        }
        await wait(POLL_MS, undefined, { signal });
      }
    },
  };
};
