import type { Postmaster } from './postmaster-file.ts';
import type { ProcessStamp } from './process-stamp.ts';
import { isRunning, stampOf } from './process-stamp.ts';

const LOOK_EVERY_MS = 500;

export interface Supervised {
  /** Starts the server again on the same port; called when it has died. */
  restart(): Promise<Postmaster>;
  /** Told that the server died and could not be started again: nothing works from now on. */
  onLost(error: Error): void;
}

/** Watches the server's process; stop it before stopping the server. */
export interface Supervision {
  stop(): Promise<void>;
}

/** Looks twice a second whether PostgreSQL is alive, and starts it again when somebody killed it. */
export function supervise(postmasterPid: number, server: Supervised): Supervision {
  let stamp: ProcessStamp | undefined = stampOf(postmasterPid);
  let restarting: Promise<void> | undefined;

  async function restart(): Promise<void> {
    try {
      const { pid } = await server.restart();
      stamp = stampOf(pid);
    } catch (error) {
      clearInterval(timer);
      server.onLost(error instanceof Error ? error : new Error(String(error)));
    } finally {
      restarting = undefined;
    }
  }

  const timer = setInterval(() => {
    if (restarting !== undefined || (stamp !== undefined && isRunning(stamp))) return;
    restarting = restart();
  }, LOOK_EVERY_MS);
  timer.unref();

  return {
    async stop() {
      clearInterval(timer);
      await restarting;
    },
  };
}
