import { PLAYER_ENDPOINTS } from '@sw/contracts';
import type { RegisterRoutes } from '../../http/register.ts';
import { findRecentSectorLines } from './chat.repository.ts';

/** The last lines of a channel; lines are said over the socket. */
export const registerChatRoutes: RegisterRoutes = ({ bind, deps }) => {
  bind(PLAYER_ENDPOINTS.listRecentChat, async ({ caller }) => {
    const lines = await findRecentSectorLines(deps.db.sql, caller.playerId);
    return {
      items: lines.map((line) => ({
        id: line.id,
        channel: 'sector' as const,
        clientId: line.clientId,
        sender: { playerId: line.senderId, name: line.callsign },
        text: line.body,
        ts: line.at.toISOString(),
      })),
    };
  });
};
