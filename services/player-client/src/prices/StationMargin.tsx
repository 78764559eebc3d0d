import { formatSigned } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../app/game-context.ts';
import { gameQueries } from '../app/game-queries.ts';
import { useText } from '../app/text.ts';
import { bestHeldMargin } from './held-margin.ts';

/** What the hold would gain a unit at a station, as far as its prices are known. */
export function StationMargin({ stationId }: { readonly stationId: string }): ReactElement | null {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const { data: market } = useQuery(gameQueries.market(api, stationId));
  const best = market == null ? null : bestHeldMargin(market.rows);
  if (best === null) return null;
  return (
    <>
      <b className={best.margin > 0n ? 'gain' : 'loss'}>{formatSigned(best.margin, locale)}</b>
      {t(`common:commodity_word.${best.commodity}`)}
    </>
  );
}
