import { queryKeys } from '@sw/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { create } from 'zustand';
import { useGame } from '../app/game-context.ts';
import { gameQueries } from '../app/game-queries.ts';

/** Id of the newest line that was on screen, by player's own reading. */
const useSeenStore = create<{ readonly seen: string | null }>()(() => ({ seen: null }));

/** Lines of chat that came since the comms were last looked at. */
export function useUnreadChat(): number {
  const { api, queries } = useGame();
  const { pathname } = useLocation();
  const { data } = useQuery(gameQueries.chat(api));
  const seen = useSeenStore((state) => state.seen);
  const items = data?.items ?? [];
  const newest = items.at(-1)?.id ?? null;
  const isOpen = pathname.startsWith('/game/comms');

  useEffect(() => {
    if (newest !== null && (isOpen || seen === null)) useSeenStore.setState({ seen: newest });
  }, [newest, isOpen, seen]);

  if (isOpen || seen === null) return 0;
  const self = queries.getQueryData<{ player: { id: string } }>(queryKeys.player.state())?.player.id;
  const at = items.findIndex(({ id }) => id === seen);
  return items.slice(at + 1).filter(({ sender }) => sender.playerId !== self).length;
}
