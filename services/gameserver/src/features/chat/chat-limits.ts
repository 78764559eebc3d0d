import type { LimiterFactory } from '../../http/gcra.ts';

/** What a line does to its sender. */
export type ChatVerdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  | { readonly kind: 'mute'; readonly forMs: number };

export interface ChatLimits {
  judge(playerId: string, text: string, nowMs: number): Promise<ChatVerdict>;
}

interface SaidLine {
  readonly text: string;
  readonly atMs: number;
}

const WINDOW_MS = 15_000;
const LINES = 10;
const REPEAT_WINDOW_MS = 60_000;
const REPEATS_ALLOWED = 2;
const MINUTE_MS = 60_000;
/** Mutes within a week grow: five minutes, an hour, a day. */
const MUTES_MS = [5 * MINUTE_MS, 60 * MINUTE_MS, 24 * 60 * MINUTE_MS] as const;
const MUTES_COUNT_FOR_MS = 7 * 24 * 60 * MINUTE_MS;
const SWEEP_EVERY = 1_000;

/**
 * Ten lines in 15 seconds; the third identical line within a minute mutes (rule book, society 9.3).
 * Lines are counted by `limiter`, repeats and mutes per process.
 */
export const createChatLimits = (factor: number, limiter: LimiterFactory): ChatLimits => {
  const rate = limiter('chat', LINES * factor, WINDOW_MS, LINES * factor);
  const said = new Map<string, SaidLine[]>();
  const mutes = new Map<string, number[]>();
  let untilSweep = SWEEP_EVERY;

  const sweep = (nowMs: number): void => {
    untilSweep -= 1;
    if (untilSweep > 0) return;
    untilSweep = SWEEP_EVERY;
    for (const [playerId, lines] of said) {
      if (lines.every((line) => nowMs - line.atMs >= REPEAT_WINDOW_MS)) said.delete(playerId);
    }
    for (const [playerId, moments] of mutes) {
      if (moments.every((atMs) => nowMs - atMs >= MUTES_COUNT_FOR_MS)) mutes.delete(playerId);
    }
  };

  const recentOf = (playerId: string, nowMs: number): SaidLine[] =>
    (said.get(playerId) ?? []).filter((line) => nowMs - line.atMs < REPEAT_WINDOW_MS);

  const mute = (playerId: string, nowMs: number): ChatVerdict => {
    const earlier = (mutes.get(playerId) ?? []).filter((atMs) => nowMs - atMs < MUTES_COUNT_FOR_MS);
    mutes.set(playerId, [...earlier, nowMs]);
    return { kind: 'mute', forMs: MUTES_MS[earlier.length] ?? MUTES_MS[2] };
  };

  return {
    judge: async (playerId, text, nowMs) => {
      sweep(nowMs);
      const folded = text.toLowerCase().replaceAll(/\s+/g, ' ');
      const repeats = recentOf(playerId, nowMs).filter((line) => line.text === folded).length;
      if (repeats >= REPEATS_ALLOWED * factor) return mute(playerId, nowMs);
      const decision = await rate.take(playerId, nowMs);
      if (!decision.isAllowed) return { kind: 'wait', retryAfterMs: decision.retryAfterMs };
      said.set(playerId, [...recentOf(playerId, nowMs), { text: folded, atMs: nowMs }]);
      return { kind: 'pass' };
    },
  };
};
