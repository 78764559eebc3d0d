import { formatCredits, formatInteger, formatSectorNumber, formatSigned } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { salesOf } from './next-sales.ts';
import styles from './Ticket.module.css';
import type { MarketModel } from './use-market.ts';

/** Where the largest purchase of the basket sells: it closes the loop to the next flight. */
export function NextSales({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const found = salesOf(model.lines, model.live.shown, model.known, model.stationId);
  if (found === null || found.sales.length === 0) return null;
  return (
    <>
      <h3 className={styles.next}>
        {t('trade:next.title', {
          quantity: formatInteger(found.quantity, locale),
          item: t(`common:commodity_word.${found.commodity}`),
        })}
        <span>{t('trade:next.unit')}</span>
      </h3>
      <ul className={styles.sales}>
        {found.sales.map(({ price, bid, gain }) => (
          <li key={price.stationId}>
            <span className="num">{formatSectorNumber(price.sectorNumber)}</span>
            <bdi className="truncate">{price.stationName}</bdi>
            <b>{formatCredits(bid, locale)}</b>
            <span className="lo num">{t('common:unit.turns_short', { count: price.turns ?? 0 })}</span>
            <b className={gain > 0n ? 'gain' : 'loss'}>{formatSigned(gain, locale)}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
