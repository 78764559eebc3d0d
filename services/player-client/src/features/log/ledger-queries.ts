import { queryKeys } from '@sw/api-client';
import type { listCreditLedger, listTrades, QueryOf } from '@sw/contracts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PlayerApi } from '../../app/game-services.ts';

export type CreditFilter = Omit<QueryOf<typeof listCreditLedger>, 'limit' | 'cursor'>;
export type TradeFilter = Omit<QueryOf<typeof listTrades>, 'limit' | 'cursor'>;

const PAGE = 50;

const paging = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }: { readonly nextCursor: string | null }) => nextCursor,
} as const;

const pageOf = (cursor: string | null) => ({ limit: PAGE, ...(cursor === null ? {} : { cursor }) });

/** The books page by page, newest first; a push that tells of a movement makes all of their pages old. */
export const ledgerQueries = {
  credits: (api: PlayerApi, filter: CreditFilter) =>
    infiniteQueryOptions({
      ...paging,
      queryKey: [...queryKeys.player.creditLedger(), 'pages', filter],
      queryFn: ({ pageParam }) => api.listCreditLedger({ query: { ...filter, ...pageOf(pageParam) } }),
    }),
  turns: (api: PlayerApi) =>
    infiniteQueryOptions({
      ...paging,
      queryKey: [...queryKeys.player.turnLedger(), 'pages'],
      queryFn: ({ pageParam }) => api.listTurnLedger({ query: pageOf(pageParam) }),
    }),
  trades: (api: PlayerApi, filter: TradeFilter) =>
    infiniteQueryOptions({
      ...paging,
      queryKey: [...queryKeys.market.trades(), 'pages', filter],
      queryFn: ({ pageParam }) => api.listTrades({ query: { ...filter, ...pageOf(pageParam) } }),
    }),
} as const;
