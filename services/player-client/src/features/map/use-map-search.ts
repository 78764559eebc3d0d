import { queryKeys } from '@sw/api-client';
import type { ReplyOf, searchMap } from '@sw/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useGame } from '../../app/game-context.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { sectorIdOf } from '../../sectors/chart-model.ts';
import { searchChart } from './search-chart.ts';

type Hit = ReplyOf<typeof searchMap>['items'][number];

/** A sector that was found, wherever it is. */
export interface FoundSector {
  readonly sectorId: number;
  readonly number: number;
  readonly regionName: string;
  readonly name: string | null;
  readonly level: number;
  /** Of the way there, as far as the server has told. */
  readonly turns: number | null;
}

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 180;
const MOST = 50;

/** Follows a value after it has rested. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

const nameOf = ({ station, name }: Hit): string | null => station?.name ?? name;

/** What the chart knows at once, each with what the server adds: turns, marks, planets, other regions. */
export function mergeFound(local: readonly FoundSector[], hits: readonly Hit[]): readonly FoundSector[] {
  const told = new Map(hits.map((hit) => [hit.sectorId, hit]));
  const known = new Set(local.map(({ sectorId }) => sectorId));
  return [
    ...local.map((found) => ({ ...found, turns: told.get(found.sectorId)?.turns ?? null })),
    ...hits
      .filter(({ sectorId }) => !known.has(sectorId))
      .map((hit) => ({
        sectorId: hit.sectorId,
        number: hit.number,
        regionName: hit.regionName,
        name: nameOf(hit),
        level: hit.level,
        turns: hit.turns,
      })),
  ].slice(0, MOST);
}

/** Sectors by number, name, station, planet, bookmark or note: those of this chart first, at once. */
export function useMapSearch(model: ChartModel, words: string): readonly FoundSector[] {
  const { api } = useGame();
  const asked = useRested(words.trim());
  const query = { q: asked.replace(/^#/, '') };
  const { data } = useQuery({
    queryKey: queryKeys.map.search(query),
    queryFn: () => api.searchMap({ query }),
    enabled: query.q !== '',
    staleTime: 30_000,
  });
  const regionName = model.chart.region.name;
  const local = searchChart(model, words).map((row) => ({
    sectorId: sectorIdOf(model.chart, model.numberAt(row)),
    number: model.numberAt(row),
    regionName,
    name: model.nameAt(row),
    level: model.levelAt(row),
    turns: null,
  }));
  // An answer to other words than those that stand there now would be a surprise.
  return mergeFound(local, asked === words.trim() ? (data?.items ?? []) : []);
}
