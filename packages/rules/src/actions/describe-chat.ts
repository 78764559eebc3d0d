import { refuse } from '../refusal.ts';
import { describeAction } from './describe.ts';
import type { ActionDescriptor } from './types.ts';

/** `chat`: refused as `muted` `{until}` while a mute lasts (rule book, society 9.3). */
export function describeChat(mutedUntilMs: number | null, nowMs: number): ActionDescriptor {
  const isMuted = mutedUntilMs !== null && mutedUntilMs > nowMs;
  return describeAction('chat', isMuted ? refuse('muted', { until: mutedUntilMs }) : null);
}
