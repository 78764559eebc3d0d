import { isProblem, queryKeys } from '@sw/api-client';
import type { CommodityCode } from '@sw/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { createChartDisk } from '../sectors/chart-disk.ts';
import { openChart } from '../sectors/open-chart.ts';
import { useGame } from './game-context.ts';
import type { PlayerApi } from './game-services.ts';
import { useLinkInterval } from './use-link-interval.ts';

/** Charts stay on the device: the map opens from there. */
export const chartDisk = createChartDisk();

type HistoryRange = '24h' | '7d' | '30d' | '1y';

/** Every query of the game in one place; the keys are the client library's, which pushes change. */
export const gameQueries = {
  state: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.player.state(), queryFn: () => api.getPlayerState() }),
  sector: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.sector.current(), queryFn: () => api.getCurrentSector() }),
  sectorById: (api: PlayerApi, sectorId: number) =>
    queryOptions({
      queryKey: queryKeys.sector.byId(sectorId),
      queryFn: () => api.getSector({ params: { id: sectorId } }),
      staleTime: 60_000,
    }),
  station: (api: PlayerApi, stationId: string) =>
    queryOptions({
      queryKey: queryKeys.station.byId(stationId),
      queryFn: () => api.getStation({ params: { id: stationId } }),
    }),
  /** Null where the player knows no price of the station. */
  market: (api: PlayerApi, stationId: string) =>
    queryOptions({
      queryKey: queryKeys.market.byStation(stationId),
      queryFn: () =>
        api.getMarket({ params: { id: stationId } }).catch((error: unknown) => {
          if (isProblem(error, 'not_found')) return null;
          throw error;
        }),
    }),
  history: (api: PlayerApi, stationId: string, commodity: CommodityCode, range: HistoryRange) =>
    queryOptions({
      queryKey: queryKeys.market.history(stationId, commodity, range),
      queryFn: () => api.getPriceHistory({ params: { id: stationId, commodity }, query: { range } }),
      staleTime: 5 * 60_000,
    }),
  knownPrices: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.market.knownPrices(),
      queryFn: () => api.listKnownPrices({ query: {} }),
      staleTime: 60_000,
    }),
  board: (api: PlayerApi, stationId: string) =>
    queryOptions({
      queryKey: queryKeys.contracts.board(stationId),
      queryFn: () => api.getContractBoard({ params: { id: stationId } }),
      staleTime: 30_000,
    }),
  myContracts: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.contracts.mine(),
      queryFn: () => api.listMyContracts(),
      staleTime: 30_000,
    }),
  alerts: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.market.alerts(), queryFn: () => api.listAlerts() }),
  galaxy: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.map.galaxy(), queryFn: () => api.getGalaxy(), staleTime: 5 * 60_000 }),
  chart: (api: PlayerApi, regionName: string) =>
    queryOptions({
      queryKey: queryKeys.map.chart(regionName),
      queryFn: ({ client }) => {
        const key = queryKeys.map.chart(regionName);
        return openChart({
          source: {
            full: (name) => api.getRegionChart({ params: { regionName: name } }),
            since: (name, since) =>
              api.getRegionChartDelta({ params: { regionName: name }, query: { since } }),
          },
          disk: chartDisk,
          playerId: client.getQueryData<StateReply>(queryKeys.player.state())?.player.id ?? null,
          regionName,
          known: client.getQueryData(key),
          onKept: (kept) => client.setQueryData(key, kept),
        });
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  marks: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.map.marks(),
      queryFn: () => api.listMarks(),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  rules: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.rules(),
      queryFn: () => api.getRules(),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    }),
  status: (api: PlayerApi) => queryOptions({ queryKey: queryKeys.status(), queryFn: () => api.getStatus() }),
  settings: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.player.settings(),
      queryFn: () => api.getSettings(),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  sessions: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.player.sessions(), queryFn: () => api.listSessions() }),
  chat: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.chat.recent('sector'),
      queryFn: () => api.listRecentChat({ params: { channel: 'sector' } }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  credits: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.player.creditLedger(),
      queryFn: () => api.listCreditLedger({ query: { limit: 100 } }),
    }),
  turnLedger: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.player.turnLedger(),
      queryFn: () => api.listTurnLedger({ query: { limit: 50 } }),
    }),
  trades: (api: PlayerApi) =>
    queryOptions({
      queryKey: queryKeys.market.trades(),
      queryFn: () => api.listTrades({ query: { limit: 50 } }),
    }),
  firstLogin: (api: PlayerApi) =>
    queryOptions({ queryKey: queryKeys.firstLogin(), queryFn: () => api.getFirstLogin() }),
} as const;

type StateReply = Awaited<ReturnType<PlayerApi['getPlayerState']>>;
type SectorReply = Awaited<ReturnType<PlayerApi['getCurrentSector']>>;

/** The player's state; asked for regularly while nothing is pushed. */
export function usePlayerState(): UseQueryResult<StateReply> {
  const { api } = useGame();
  return useQuery({ ...gameQueries.state(api), refetchInterval: useLinkInterval() });
}

/** The sector the ship is in, live. */
export function useCurrentSector(): UseQueryResult<SectorReply> {
  const { api } = useGame();
  return useQuery({ ...gameQueries.sector(api), refetchInterval: useLinkInterval() });
}
