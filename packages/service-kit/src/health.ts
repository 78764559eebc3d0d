import { withTimeLimit } from './time-limit.ts';

/** Resolves when the dependency can be used, rejects when not. The signal ends a check that is late. */
export type ReadinessCheck = (signal: AbortSignal) => Promise<void>;

export interface Readiness {
  readonly ready: boolean;
  readonly draining: boolean;
  /** Every check by its name. Never holds host names or error texts. */
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

export interface Health {
  /** @throws Error when the name is taken: two checks of one name would hide each other. */
  addCheck(name: string, check: ReadinessCheck): void;
  /** From now on never ready again: the process is going down and takes no new work. */
  startDraining(): void;
  isDraining(): boolean;
  /** Runs all checks at the same time. */
  readiness(): Promise<Readiness>;
}

const DEFAULT_CHECK_LIMIT_MS = 2000;

/**
 * Readiness of a process: everything it needs answers, and it is not stopping (rule book, platform 5).
 * Liveness needs no object; a process that answers is alive.
 */
export const createHealth = (options: { readonly checkLimitMs?: number } = {}): Health => {
  const limitMs = options.checkLimitMs ?? DEFAULT_CHECK_LIMIT_MS;
  const checks = new Map<string, ReadinessCheck>();
  let draining = false;

  const outcomeOf = async (name: string, check: ReadinessCheck): Promise<'ok' | 'failed'> => {
    try {
      await withTimeLimit(name, limitMs, check);
      return 'ok';
    } catch {
      return 'failed';
    }
  };

  return {
    addCheck: (name, check) => {
      if (checks.has(name)) throw new Error(`readiness check "${name}" is registered twice`);
      checks.set(name, check);
    },
    startDraining: () => {
      draining = true;
    },
    isDraining: () => draining,
    readiness: async () => {
      const outcomes = await Promise.all(
        [...checks].map(async ([name, check]) => [name, await outcomeOf(name, check)] as const),
      );
      const ready = !draining && outcomes.every(([, outcome]) => outcome === 'ok');
      return { ready, draining, checks: Object.fromEntries(outcomes) };
    },
  };
};
