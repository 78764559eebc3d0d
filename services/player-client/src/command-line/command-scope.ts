import { queryKeys } from '@sw/api-client';
import type { QueryClient } from '@tanstack/react-query';
import { chartModelOf, nearestRows } from '../sectors/chart-model.ts';
import type { CompletionContext } from './complete.ts';

const OFFERED_SECTORS = 60;

/** What completion can offer now, from what is already loaded: nothing is fetched for it. */
export function completionContext(queries: QueryClient, aliases: readonly string[]): CompletionContext {
  const sector = queries.getQueryData(queryKeys.sector.current()) as
    | { number: number; regionName: string; warps: readonly { number: number }[] | null }
    | undefined;
  if (sector === undefined) return { sectors: [], aliases };
  const near = (sector.warps ?? []).map(({ number }) => number);
  const chart = queries.getQueryData(queryKeys.map.chart(sector.regionName)) as
    | Parameters<typeof chartModelOf>[0]
    | undefined;
  if (chart === undefined) return { sectors: near, aliases };
  const model = chartModelOf(chart);
  const here = model.rowOf(sector.number);
  const far = here === null ? [] : nearestRows(model, here, OFFERED_SECTORS).map(model.numberAt);
  return { sectors: [...new Set([...near, ...far])], aliases };
}
