import type { Shutdown } from './shutdown.ts';

/** The part of `process` that is needed here. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  exit(code: number): unknown;
}

const STOP_SIGNALS: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const EXIT_FORCED = 130;

/**
 * Stops in order on the first signal and exits with 0 or, when a hook failed, with 1. A second
 * signal exits at once: whoever presses Ctrl-C twice means it.
 *
 * @returns a function that takes the listeners away again
 */
export const stopOnSignals = (
  shutdown: Pick<Shutdown, 'run'>,
  source: SignalSource = process,
): (() => void) => {
  let stopping = false;
  const listeners = STOP_SIGNALS.map((signal) => {
    const listener = (): void => {
      if (stopping) {
        source.exit(EXIT_FORCED);
        return;
      }
      stopping = true;
      void shutdown.run(signal).then((clean) => source.exit(clean ? 0 : 1));
    };
    source.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) source.off(signal, listener);
  };
};
