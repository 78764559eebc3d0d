import type { GameConfig } from '../../config.ts';
import type { Audience } from './auth-parts.ts';

/** How long a session lives without use, and how long at most. */
export interface SessionTerms {
  readonly slidingMs: number;
  readonly absoluteMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Lifetimes of the rule book (platform 3.2). */
export const sessionTerms = (
  config: Pick<GameConfig, 'refreshTokenTtlMs'>,
  audience: Audience,
): SessionTerms =>
  audience === 'admin'
    ? { slidingMs: 12 * HOUR_MS, absoluteMs: DAY_MS }
    : { slidingMs: config.refreshTokenTtlMs, absoluteMs: 30 * DAY_MS };
