import type { Outcome } from '../courses/navigation-commands.ts';

/** Lines that may wait behind the one that runs; more would be flown blind. */
const MOST_WAITING = 8;

export interface TypeAhead {
  /** Takes a line; false when too many wait already and it was not taken. */
  add(line: string): boolean;
}

interface Options {
  /** Waits until the ship is idle, so that no line is lost to an act on its way. */
  readonly idle: () => Promise<void>;
  readonly run: (line: string) => Promise<Outcome | null>;
  /** Told before each line and when none is left. */
  readonly onBusy: (isBusy: boolean) => void;
  /** The lines behind a refused one: they were typed for a state that did not come. */
  readonly onDropped: (lines: readonly string[]) => void;
}

/** Runs typed lines one after another, in the order of typing; a refusal drops those behind it. */
export function createTypeAhead({ idle, run, onBusy, onDropped }: Options): TypeAhead {
  const waiting: string[] = [];
  let isRunning = false;

  const drain = async () => {
    isRunning = true;
    onBusy(true);
    for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
      await idle();
      const outcome = await run(line);
      if (outcome?.ok === false && waiting.length > 0) onDropped(waiting.splice(0));
    }
    isRunning = false;
    onBusy(false);
  };

  return {
    add: (line) => {
      if (waiting.length >= MOST_WAITING) return false;
      waiting.push(line);
      if (!isRunning) void drain();
      return true;
    },
  };
}
