import { queryKeys } from '@sw/api-client';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { settleAct } from './settle-act.ts';

const STATE = queryKeys.player.state();
const NOW = ['now'];
const SOON = ['soon'];
const STALE = { now: [NOW], soon: [SOON] };

const known = (rev: number): QueryClient => {
  const queries = new QueryClient();
  queries.setQueryData(STATE, { rev });
  queries.setQueryData(NOW, 1);
  queries.setQueryData(SOON, 1);
  return queries;
};

const isStale = (queries: QueryClient, queryKey: readonly unknown[]): boolean | undefined =>
  queries.getQueryState(queryKey)?.isInvalidated;

describe('what an act has made old', () => {
  it('is asked for again, with the state of the player', async () => {
    const queries = known(4);
    await settleAct(queries, 5, STALE);
    expect([STATE, NOW, SOON].map((key) => isStale(queries, key))).toEqual([true, true, true]);
  });

  it('leaves the state alone that an event has brought already', async () => {
    const queries = known(5);
    await settleAct(queries, 5, STALE);
    expect(isStale(queries, STATE)).toBe(false);
    expect(isStale(queries, NOW)).toBe(true);
  });
});
