import { formatAge, formatCredits, formatSectorNumber, formatSigned } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { Elsewhere } from '../../prices/market-rows.ts';
import type { KnownPrice, MarketRow } from '../../prices/market-types.ts';
import styles from './Market.module.css';

export interface ElsewhereCellProps {
  readonly row: MarketRow;
  readonly elsewhere: Elsewhere | null;
}

/** The best sale the player knows of, with its distance and the age of the knowledge. */
export function ElsewhereCell({ row, elsewhere }: ElsewhereCellProps): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  if (elsewhere === null) return null;
  const { price, bid, gain } = elsewhere;
  const isWorse = row.bid !== null && gain <= 0n;
  return (
    <span className={styles.elsewhere}>
      <Link to={`/game/map?sel=${price.sectorNumber}`} onClick={(event) => event.stopPropagation()}>
        {isWorse ? (
          <span className="hi">{t('trade:elsewhere.here')}</span>
        ) : (
          <>
            <span className="num">{formatSectorNumber(price.sectorNumber)}</span>{' '}
            <bdi>{price.stationName}</bdi> <b>{formatCredits(bid, locale)}</b>
            {row.bid !== null && (
              <span className={gain > 0n ? 'gain num' : 'loss num'}>{formatSigned(gain, locale)}</span>
            )}
          </>
        )}
      </Link>
      {isWorse ? (
        <span className={styles.age}>
          {t('trade:elsewhere.next', {
            number: formatSectorNumber(price.sectorNumber),
            price: formatCredits(bid, locale),
          })}
        </span>
      ) : (
        <PriceAge price={price} short />
      )}
    </span>
  );
}

export interface PriceAgeProps {
  readonly price: KnownPrice;
  /** In a row that has little room. */
  readonly short?: boolean;
}

/** Distance and age of a known price. */
export function PriceAge({ price, short = false }: PriceAgeProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const age = formatAge(useNow() - Date.parse(price.asOf), locale);
  return (
    <span className={styles.age}>
      {price.turns === null
        ? age
        : t(short ? 'trade:elsewhere.away_short' : 'trade:elsewhere.away', { turns: price.turns, age })}
    </span>
  );
}
