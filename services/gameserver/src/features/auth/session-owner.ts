import type { UserCaller } from '../../http/caller.ts';
import type { SessionOwner } from './sessions.service.ts';

/** The session a request came with, as services of accounts name it. */
export const ownerOf = (caller: UserCaller): SessionOwner => ({
  userId: caller.userId,
  sessionId: caller.sessionId,
  audience: caller.kind,
});
