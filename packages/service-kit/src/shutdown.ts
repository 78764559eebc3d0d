import type { Logger } from './logger.ts';
import { withTimeLimit } from './time-limit.ts';

/** What stops when: first nothing new is taken, then work ends, last the places it is kept in close. */
export const SHUTDOWN_STAGES = ['drain', 'sockets', 'requests', 'jobs', 'outbox', 'storage'] as const;
export type ShutdownStage = (typeof SHUTDOWN_STAGES)[number];

export interface ShutdownHook {
  readonly name: string;
  readonly stage: ShutdownStage;
  /** 5 s unless given; 20 s in stage `requests`, as clients are promised. */
  readonly limitMs?: number;
  run(signal: AbortSignal): Promise<void> | void;
}

export interface Shutdown {
  addHook(hook: ShutdownHook): void;
  /** Runs all hooks once; later calls wait for the first. True when every hook succeeded in time. */
  run(reason: string): Promise<boolean>;
}

const DEFAULT_LIMIT_MS = 5000;
const REQUESTS_LIMIT_MS = 20_000;

/**
 * Orderly stop: stages in the order above, within a stage the hooks one after another as registered.
 * A hook that fails or is late is logged and passed over, because whatever comes after it (the outbox,
 * the database) must still get its chance.
 */
export const createShutdown = (logger: Logger): Shutdown => {
  const hooks: ShutdownHook[] = [];
  let running: Promise<boolean> | undefined;

  const runHook = async (hook: ShutdownHook): Promise<boolean> => {
    const limitMs = hook.limitMs ?? (hook.stage === 'requests' ? REQUESTS_LIMIT_MS : DEFAULT_LIMIT_MS);
    try {
      await withTimeLimit(hook.name, limitMs, (signal) => hook.run(signal));
      return true;
    } catch (error) {
      logger.error({ err: error, stage: hook.stage, hook: hook.name }, 'shutdown.hook_failed');
      return false;
    }
  };

  const runAll = async (reason: string): Promise<boolean> => {
    logger.info({ reason }, 'shutdown.started');
    let clean = true;
    for (const stage of SHUTDOWN_STAGES) {
      for (const hook of hooks.filter((candidate) => candidate.stage === stage)) {
        clean = (await runHook(hook)) && clean;
      }
    }
    logger.info({ clean }, 'shutdown.finished');
    return clean;
  };

  return {
    addHook: (hook) => {
      hooks.push(hook);
    },
    run: (reason) => {
      running ??= runAll(reason);
      return running;
    },
  };
};
