import { queryKeys } from '@sw/api-client';
import type { getDossier, ReplyOf } from '@sw/contracts';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { gameQueries, usePlayerState } from '../../app/game-queries.ts';
import { sectorIdOf } from '../../sectors/chart-model.ts';

export type Dossier = ReplyOf<typeof getDossier>;

/** The record of the sector the address names: its number, in the region of `?region=` or else in one's own. */
export function useDossier() {
  const { api } = useGame();
  const { number = '' } = useParams();
  const [search] = useSearchParams();
  const state = usePlayerState();
  const regionName = search.get('region') ?? state.data?.location?.regionName ?? '';
  const chart = useQuery({ ...gameQueries.chart(api, regionName), enabled: regionName !== '' });
  const sectorId = chart.data === undefined ? 0 : sectorIdOf(chart.data, Number(number));
  const query = useQuery({
    queryKey: queryKeys.sector.dossier(sectorId),
    queryFn: () => api.getDossier({ params: { id: sectorId } }),
    enabled: chart.data !== undefined,
  });
  return {
    query: chart.isError ? { ...query, isError: true, isPending: false, error: chart.error } : query,
    number,
  };
}
