import { createRateLimiter } from '../../http/gcra.ts';

/** What a line does to its sender. */
export type ChatVerdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  | { readonly kind: 'mute'; readonly forMs: number };

export interface ChatLimits {
  judge(playerId: string, text: string, nowMs: number): ChatVerdict;
}

const WINDOW_MS = 15_000;
const LINES = 10;
const REPEAT_WINDOW_MS = 60_000;
const REPEATS_ALLOWED = 2;
const FIRST_MUTE_MS = 5 * 60_000;

/**
 * Ten lines in 15 seconds; the third identical line within a minute mutes for five minutes
 * (rule book, society 9.3). Counted per process.
 */
export const createChatLimits = (factor: number): ChatLimits => {
  const rate = createRateLimiter(LINES * factor, WINDOW_MS, LINES * factor);
  const recent = new Map<string, { text: string; atMs: number }[]>();

  return {
    judge: (playerId, text, nowMs) => {
      const folded = text.toLowerCase().replaceAll(/\s+/g, ' ');
      const lines = (recent.get(playerId) ?? []).filter((line) => nowMs - line.atMs < REPEAT_WINDOW_MS);
      const repeats = lines.filter((line) => line.text === folded).length;
      if (repeats >= REPEATS_ALLOWED * factor) return { kind: 'mute', forMs: FIRST_MUTE_MS };
      const decision = rate.take(playerId, nowMs);
      if (!decision.isAllowed) return { kind: 'wait', retryAfterMs: decision.retryAfterMs };
      recent.set(playerId, [...lines, { text: folded, atMs: nowMs }]);
      return { kind: 'pass' };
    },
  };
};
