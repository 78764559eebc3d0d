import type { CommodityCode } from '@sw/contracts';
import { Sparkline } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { pricesOf } from './price-chart-model.ts';

export interface DayLineProps {
  readonly stationId: string;
  readonly commodity: CommodityCode;
  readonly side: 'bid' | 'ask';
}

/** The price of the last 24 hours as a line; nothing where no history is known. */
export function DayLine({ stationId, commodity, side }: DayLineProps): ReactElement | null {
  const { api } = useGame();
  const { data } = useQuery(gameQueries.history(api, stationId, commodity, '24h'));
  const points = data === undefined ? [] : pricesOf(data, side);
  return points.length < 2 ? null : <Sparkline values={points.map(({ price }) => price)} />;
}
