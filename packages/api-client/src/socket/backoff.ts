import { CLOSE_CODES, NO_RECONNECT } from '@sw/contracts';
import type { Timing } from '../timing.ts';
import { jitter } from '../timing.ts';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
const JITTER_SHARE = 0.3;

/** 1, 2, 4 … 30 s with ±30 % jitter; `attempt` counts from 0. */
export const reconnectDelayMs = (timing: Timing, attempt: number): number =>
  jitter(timing, Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS), JITTER_SHARE);

/** Whether a socket closed with this code may come back by itself. */
export const mayReconnect = (closeCode: number): boolean => !NO_RECONNECT.includes(closeCode);

/** The session behind the socket is in doubt: renew it before connecting again. */
export const needsNewSession = (closeCode: number): boolean => closeCode === CLOSE_CODES.sessionEnded;
