import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { gameQueries, useCurrentSector } from '../../app/game-queries.ts';
import { chartModelOf } from './chart-model.ts';

/** The chart of the region the ship is in. */
export function MapStage(): ReactElement | null {
  const { api } = useGame();
  const { data: sector } = useCurrentSector();
  const { data: chart } = useQuery({
    ...gameQueries.chart(api, sector?.regionName ?? ''),
    enabled: sector !== undefined,
  });
  if (chart === undefined) return null;
  const model = chartModelOf(chart);
  return (
    <h2>
      {chart.region.title} {model.count}/{chart.region.sectorCount}
    </h2>
  );
}
