import type { listMarks, ReplyOf } from '@sw/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useGame } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';

type Reply = ReplyOf<typeof listMarks>;

export interface Marks {
  readonly bookmarks: Reply['bookmarks'];
  readonly notes: Reply['notes'];
  /** Ids of the sectors no course of the player leads through. */
  readonly avoid: readonly number[];
}

/** What the player has marked in all regions; empty until it is known. */
export function useMarks(): Marks {
  const { api } = useGame();
  const { data } = useQuery(gameQueries.marks(api));
  return useMemo(
    () => ({
      bookmarks: data?.bookmarks ?? [],
      notes: data?.notes ?? [],
      avoid: (data?.avoid ?? []).map(({ sectorId }) => sectorId),
    }),
    [data],
  );
}
