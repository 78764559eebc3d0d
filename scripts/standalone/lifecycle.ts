import { StartupError } from '@sw/service-kit/startup-error';

/** Somebody asked us to stop while we were still starting. */
export class StoppedError extends Error {
  constructor() {
    super('stopped while starting');
    this.name = 'StoppedError';
  }
}

export interface Undo {
  run(): Promise<unknown>;
  /** Also done when a second signal cuts the orderly stop short (the database). */
  readonly evenIfForced?: boolean;
}

/** What a starting program tells the process around it. */
export interface Lifecycle {
  /** Keeps what must be undone when the program ends; the last is undone first. */
  undoLater(undo: Undo): void;
  /** Throws when a signal came meanwhile: call it between two long steps. */
  proceed(): void;
  /** Ends the program in order because something it needs is gone. */
  fail(sentence: string): void;
  /** Ends the program in order because its work is done. */
  end(): void;
}

/** The part of `process` that is needed here. */
export interface HostProcess {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): unknown;
  readonly stderr: { write(text: string): unknown };
}

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const EXIT_FORCED = 130;

/**
 * Runs a program that starts, serves, and ends when it is told to. The first signal undoes everything in order, also
 * in the middle of the start; the second does at once what must not be left out; the third ends the process.
 * What keeps it from starting is told in one sentence.
 */
export async function runLifecycle(
  start: (life: Lifecycle) => Promise<void>,
  host: HostProcess = process,
): Promise<void> {
  const undos: Undo[] = [];
  let signals = 0;
  let exitCode = 0;
  let stopping: Promise<void> | undefined;

  const life: Lifecycle = {
    undoLater: (undo) => undos.push(undo),
    proceed() {
      if (stopping !== undefined) throw new StoppedError();
    },
    fail(sentence) {
      host.stderr.write(`${sentence}\n`);
      exitCode = 1;
      stop();
    },
    end: () => stop(),
  };

  function stop(): void {
    stopping ??= started.then(undoAll).then(() => void host.exit(exitCode));
  }

  async function undoAll(): Promise<void> {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
      await undo.run().catch((error: unknown) => {
        exitCode = 1;
        host.stderr.write(`${messageOf(error)}\n`);
      });
    }
  }

  for (const signal of SIGNALS) {
    host.on(signal, () => {
      signals += 1;
      if (signals === 1) return stop();
      if (signals > 2) return void host.exit(EXIT_FORCED);
      const urgent = undos.filter((undo) => undo.evenIfForced);
      void Promise.allSettled(urgent.map((undo) => undo.run())).then(() => host.exit(EXIT_FORCED));
    });
  }

  const started = Promise.resolve()
    .then(() => start(life))
    .catch((error: unknown) => {
      if (error instanceof StoppedError) return;
      exitCode = error instanceof StartupError ? error.exitCode : 1;
      host.stderr.write(`${messageOf(error)}\n`);
      stop();
    });
  await started;
}

function messageOf(error: unknown): string {
  if (error instanceof StartupError) return error.message;
  return `SectorWars 2102 failed: ${error instanceof Error ? error.message : String(error)}`;
}
