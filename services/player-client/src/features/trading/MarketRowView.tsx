import {
  CommodityGlyph,
  formatBasisPoints,
  formatCredits,
  formatInteger,
  formatSigned,
  KeyCap,
  ObjectGlyph,
} from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import type { MarketLine } from '../../prices/market-rows.ts';
import type { MarketRow } from '../../prices/market-types.ts';
import { DayLine } from './DayLine.tsx';
import { ElsewhereCell } from './ElsewhereCell.tsx';
import styles from './Market.module.css';
import { Moving } from './Moving.tsx';
import { UsualRange } from './UsualRange.tsx';
import type { MarketModel } from './use-market.ts';

export interface MarketRowViewProps {
  readonly model: MarketModel;
  readonly line: MarketLine;
  /** The last day is shown, as a line and as a trend. */
  readonly hasDay: boolean;
}

/** One commodity: price, range, stock, hold, margin, better sale. */
export function MarketRowView({ model, line, hasDay }: MarketRowViewProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { row, margin, hotkey, elsewhere } = line;
  const isSelected = model.selected?.row.commodity === row.commodity;
  const inBasket = model.lines.filter(({ commodity }) => commodity === row.commodity);
  const price = row.bid ?? row.ask;
  const money = (amount: bigint | null) => (
    <Moving value={amount}>{amount === null ? <Nothing /> : <b>{formatCredits(amount, locale)}</b>}</Moving>
  );
  return (
    <tr data-selected={isSelected} onClick={() => model.select(row.commodity)}>
      <td>{hotkey !== '' && <KeyCap>{hotkey}</KeyCap>}</td>
      <th scope="row">
        <button
          type="button"
          className={styles.pick}
          aria-pressed={isSelected}
          data-guide={`good-${row.commodity}`}
          aria-keyshortcuts={hotkey === '' ? undefined : hotkey}
          onClick={() => model.select(row.commodity)}
        >
          <CommodityGlyph commodity={row.commodity} />
          {t(`common:commodity.${row.commodity}`)}
        </button>
        {inBasket.map(({ side, quantity }) => (
          <span key={side} className={styles.chip}>
            {t(side === 'buy' ? 'trade:chip.buy' : 'trade:chip.sell', {
              quantity: formatInteger(quantity, locale),
            })}
          </span>
        ))}
      </th>
      <td className={clsx('end num', styles.price)}>{money(row.ask)}</td>
      <td className={clsx('end num', styles.price)}>{money(row.bid)}</td>
      <td>
        <UsualRange commodity={row.commodity} price={price} ownCost={row.bid === null ? null : row.avgCost} />
      </td>
      <td>
        <Stock row={row} />
      </td>
      {hasDay && <LastDay row={row} stationId={model.stationId} />}
      <td className="end num">
        {row.held > 0 ? (
          <>
            <b>{formatInteger(row.held, locale)}</b>
            {row.avgCost !== null && (
              <span className={styles.own}>
                {t('trade:hold_cost', { cost: formatCredits(row.avgCost, locale) })}
              </span>
            )}
          </>
        ) : (
          <Nothing zero />
        )}
      </td>
      <td className={clsx('end num', styles.margin)}>
        {margin === null ? (
          <Nothing />
        ) : (
          <b className={margin > 0n ? 'gain' : 'loss'}>{formatSigned(margin, locale)}</b>
        )}
      </td>
      <td>
        <ElsewhereCell row={row} elsewhere={elsewhere} />
      </td>
    </tr>
  );
}

/** The price of the last day: its line, and by how much it ended higher or lower. */
function LastDay({ row, stationId }: { readonly row: MarketRow; readonly stationId: string }): ReactElement {
  const t = useText();
  const locale = useLocale();
  return (
    <>
      <td>
        <DayLine stationId={stationId} commodity={row.commodity} side={row.bid === null ? 'ask' : 'bid'} />
      </td>
      <td className={clsx('num', styles.trend)}>
        {row.trend24hBp !== null && row.trend24hBp !== 0 && (
          <>
            <ObjectGlyph
              kind={row.trend24hBp > 0 ? 'up' : 'down'}
              label={t(row.trend24hBp > 0 ? 'trade:trend.up' : 'trade:trend.down')}
            />
            {formatBasisPoints(Math.abs(Math.round(row.trend24hBp / 100) * 100), locale)}
          </>
        )}
      </td>
    </>
  );
}

function Nothing({ zero = false }: { readonly zero?: boolean }): ReactElement {
  return <span className={styles.none}>{zero ? '0' : '–'}</span>;
}

/** Stock against capacity; where only tenths are known, the bar alone says it. */
function Stock({ row }: { readonly row: MarketRow }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const tenths = row.stockTenths * 10;
  const share =
    row.stock !== null && row.capacity !== null && row.capacity > 0
      ? (row.stock / row.capacity) * 100
      : tenths;
  return (
    <span className={styles.stock}>
      {row.stock !== null && row.capacity !== null ? (
        <span className="num">
          <Moving value={row.stock}>{formatInteger(row.stock, locale)}</Moving>
          <span className={styles.of}>/{formatInteger(row.capacity, locale)}</span>
        </span>
      ) : (
        <span className="num lo">{t('trade:stock_about', { percent: tenths })}</span>
      )}
      <span className={styles.stockBar}>
        <span style={{ width: `${Math.round(share)}%` }} />
      </span>
    </span>
  );
}
