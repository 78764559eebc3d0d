import { CommodityGlyph, formatCredits, formatInteger, formatSectorNumber, formatSigned } from '@sw/ui';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { KnownPair } from '../../prices/market-rows.ts';
import { PriceAge } from './ElsewhereCell.tsx';
import styles from './Market.module.css';

export interface NotTradedRowProps {
  readonly pair: KnownPair;
  /** Units of it in the own hold. */
  readonly held: number;
  /** Of the table it stands in. */
  readonly columns: number;
}

/** Cells of this row that stand in a column of their own. */
const OWN_CELLS = 5;

/** A good this station does not trade: between which two known stations it pays best. */
export function NotTradedRow({ pair, held, columns }: NotTradedRowProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { commodity, buyAt, sellAt, ask, bid } = pair;
  const gain = bid - ask;
  return (
    <tr>
      <td />
      <th scope="row">
        <span className={styles.pick}>
          <CommodityGlyph commodity={commodity} />
          {t(`common:commodity.${commodity}`)}
        </span>
      </th>
      <td colSpan={columns - OWN_CELLS} className="lo">
        {t('trade:pair.buy_at')} <span className="num">{formatSectorNumber(buyAt.sectorNumber)}</span>{' '}
        <bdi>{buyAt.stationName}</bdi> <b>{formatCredits(ask, locale)}</b>{' '}
        {buyAt.turns === 0 && t('trade:routes.here')}
        {buyAt.turns !== null && buyAt.turns > 0 && t('trade:pair.turns', { turns: buyAt.turns })}
      </td>
      <td className="end num">
        {held > 0 ? <b>{formatInteger(held, locale)}</b> : <span className={styles.none}>{'0'}</span>}
      </td>
      <td className={`end num ${styles.margin ?? ''}`}>
        <b className="gain">{formatSigned(gain, locale)}</b>
      </td>
      <td>
        <span className={styles.elsewhere}>
          <Link to={`/game/map?sel=${sellAt.sectorNumber}`}>
            <span className="num">{formatSectorNumber(sellAt.sectorNumber)}</span>{' '}
            <bdi>{sellAt.stationName}</bdi> <b>{formatCredits(bid, locale)}</b>
          </Link>
          <PriceAge price={sellAt} short />
        </span>
      </td>
    </tr>
  );
}
