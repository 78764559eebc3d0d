import type { EventType } from '@sw/contracts';

const ECHO_MS = 4_000;

/**
 * An act prints its own line; the event of the same act, which arrives before or after the answer,
 * must not print a second one. While an act runs and shortly after, events of its kinds are echoes.
 */
export interface OwnActs {
  begin(types: readonly EventType[]): () => void;
  isEcho(type: EventType): boolean;
}

/** Makes the record of what this tab is doing itself. */
export function createOwnActs(nowMs: () => number): OwnActs {
  const running = new Map<EventType, number>();
  const until = new Map<EventType, number>();
  return {
    begin: (types) => {
      for (const type of types) running.set(type, (running.get(type) ?? 0) + 1);
      return () => {
        for (const type of types) {
          running.set(type, (running.get(type) ?? 1) - 1);
          until.set(type, nowMs() + ECHO_MS);
        }
      };
    },
    isEcho: (type) => (running.get(type) ?? 0) > 0 || nowMs() < (until.get(type) ?? 0),
  };
}
