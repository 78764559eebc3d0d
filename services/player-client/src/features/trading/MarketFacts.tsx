import { formatAge, formatBasisPoints } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { MarketModel } from './use-market.ts';

/** What is inside the prices: the tariff and the own advantage with its sources; elsewhere, how old they are. */
export function MarketFacts({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const { market, isLive } = model;
  if (market === null) return null;
  if (!isLive)
    return (
      <span className="warn">
        {t(`trade:summary.${market.source === 'live' ? 'intelligence' : market.source}`, {
          age: formatAge(nowMs - Date.parse(market.asOf), locale),
        })}
      </span>
    );
  const signed = (bp: number) => formatBasisPoints(bp, locale, true);
  const sources = market.advantageBreakdown.map(({ source, bp }) =>
    t('trade:advantage.part', { source: t(`trade:advantage.${source}`), amount: signed(bp) }),
  );
  return (
    <>
      {t('trade:head.tariff')} <b>{formatBasisPoints(market.tariffBp, locale)}</b> {t('trade:head.included')}{' '}
      <b>{signed(market.advantageBp)}</b>
      {sources.length > 0 && ` (${new Intl.ListFormat(locale, { type: 'unit' }).format(sources)})`}
    </>
  );
}
