import type { EndReason, SignedIn } from './session-state.ts';

/** What the tabs of one browser tell each other about their common session; never stored anywhere. */
export type TabMessage =
  | { readonly kind: 'renewed'; readonly reply: SignedIn; readonly atMs: number }
  | { readonly kind: 'ended'; readonly reason: EndReason };

/** Channel messages come from our own origin, but maybe from another build. */
export const isTabMessage = (message: unknown): message is TabMessage => {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  return (
    (message.kind === 'renewed' && 'reply' in message) || (message.kind === 'ended' && 'reason' in message)
  );
};
