import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { keepAvoided, keepBookmark, keepNote, readMarks, removeMark } from './marks.service.ts';

/** Bookmarks, sector notes and the avoid list. */
export const registerMarksRoutes: RegisterRoutes = ({ bind, deps }) => {
  const on = <C extends { caller: { playerId: string }; params: { sectorId: number }; nowMs: number }>({
    caller,
    params,
    nowMs,
  }: C) => ({ playerId: caller.playerId, sectorId: params.sectorId, nowMs });

  bind(PLAYER_ENDPOINTS.listMarks, ({ caller }) => readMarks(deps, caller.playerId));
  bind(PLAYER_ENDPOINTS.putBookmark, (context) => keepBookmark(deps, on(context), context.body));
  bind(PLAYER_ENDPOINTS.putNote, (context) => keepNote(deps, on(context), context.body));
  bind(PLAYER_ENDPOINTS.putAvoid, (context) => keepAvoided(deps, on(context)));
  bind(PLAYER_ENDPOINTS.deleteBookmark, (context) => removeMark(deps, on(context), 'bookmark'));
  bind(PLAYER_ENDPOINTS.deleteNote, (context) => removeMark(deps, on(context), 'note'));
  bind(PLAYER_ENDPOINTS.deleteAvoid, (context) => removeMark(deps, on(context), 'avoid'));
};
