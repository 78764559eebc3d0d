import {
  Button,
  CommodityGlyph,
  formatCredits,
  formatInteger,
  formatSectorNumber,
  formatSigned,
  ObjectGlyph,
  PanelNotice,
  Skeleton,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import type { MarketLine } from '../../prices/market-rows.ts';
import { Screen } from '../../shell/Screen.tsx';
import { WayThere } from '../../stations/WayThere.tsx';
import { TradeRunBar } from '../../trade-run/TradeRunBar.tsx';
import { CommitButton, Net } from './BasketPanel.tsx';
import type { BasketLine, OrderSide } from './basket-store.ts';
import { limitOf, limitsOf, mostOf, usualSide } from './basket-view.ts';
import type { ChainTask } from './chain-task.ts';
import { purchaseOf } from './chain-task.ts';
import { MarketHead } from './MarketHead.tsx';
import { NextSales } from './NextSales.tsx';
import styles from './PhoneMarket.module.css';
import { TicketPanel } from './TicketPanel.tsx';
import { UsualRange } from './UsualRange.tsx';
import type { MarketModel } from './use-market.ts';

/** The market of a phone: a card a good, the total and the act at the thumb. */
export function PhoneMarket({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const { station, market, isLive, table, lines, stationId } = model;
  const state = usePanelState(model.marketQuery, t('trade:title.market'), 6);
  return (
    <Screen
      title={station?.name ?? t('trade:title.market')}
      headingId="station-name"
      stage={
        <>
          <MarketHead model={model} />
          <Link to="/game/markets" className={styles.computer}>
            {t('trade:computer.link')}
          </Link>
          {isLive && (
            <TradeRunBar
              model={model.tradeRun}
              stationId={stationId}
              onLoad={({ lines: planned }) => model.load(planned)}
            />
          )}
          {state.kind === 'loading' && <Skeleton rows={5} label={state.label} />}
          {state.kind === 'error' && <PanelNotice state={state} />}
          {market === null && state.kind === 'ready' && (
            <PanelNotice state={{ kind: 'empty', text: t('trade:summary.unknown') }} />
          )}
          {[...table.theyBuy, ...table.theySell].map((line) => (
            <GoodsCard key={line.row.commodity} model={model} line={line} />
          ))}
          {isLive && <NextSales model={model} />}
        </>
      }
      thumb={
        <div className={styles.sheet}>
          {isLive ? (
            <>
              <p className={styles.count}>{t('trade:basket.phone', { count: lines.length })}</p>
              <Net model={model} />
              <CommitButton model={model} />
            </>
          ) : (
            <WayThere station={station} />
          )}
        </div>
      }
    />
  );
}

interface CardWordsProps {
  readonly side: OrderSide;
  readonly inBasket: BasketLine | undefined;
  readonly task: ChainTask | null;
}

/** What a press on the card's button puts into the basket, or what is in it. */
function CardWords({ side, inBasket, task }: CardWordsProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  if (inBasket !== undefined)
    return (
      <>
        {t(inBasket.side === 'buy' ? 'trade:chip.buy_phone' : 'trade:chip.sell_phone', {
          quantity: formatInteger(inBasket.quantity, locale),
        })}
      </>
    );
  if (task !== null) return <>{t('trade:ticket.task', { quantity: formatInteger(task.quantity, locale) })}</>;
  return <>{t(`trade:side.${side}`)}</>;
}

function GoodsCard({
  model,
  line,
}: {
  readonly model: MarketModel;
  readonly line: MarketLine;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { row, margin, elsewhere } = line;
  const { commodity } = row;
  const side = usualSide(row);
  const inBasket = model.lines.find((entry) => entry.commodity === commodity);
  const task = purchaseOf(model.task, commodity, side);
  const price = row.bid ?? row.ask;
  const isNext = model.proposed?.commodity === commodity;
  // Lines before it may make room and money: what hinders a purchase then, the quote says.
  const isClosed =
    mostOf(row, side) === 0 && (side === 'sell' || row.stock === 0 || model.lines.length === 0);
  const why =
    inBasket === undefined && isClosed
      ? t(`trade:card.not_${limitOf(side, limitsOf(row, side)).limit}`)
      : undefined;
  const toggle = () => {
    if (inBasket !== undefined) model.setQuantity(inBasket.side, commodity, 0);
    else if (task === null) model.setMost(side, commodity);
    else model.setQuantity(side, commodity, Math.min(task.quantity, mostOf(row, side)));
  };
  return (
    <section className={styles.card} aria-labelledby={`good-${commodity}`}>
      <h2 id={`good-${commodity}`}>
        <CommodityGlyph commodity={commodity} />
        {t(`common:commodity.${commodity}`)}
        <small>{t(row.bid === null ? 'trade:group.they_sell_short' : 'trade:group.they_buy_short')}</small>
      </h2>
      <span className={styles.price}>{price === null ? '–' : formatCredits(price, locale)}</span>
      <span className={styles.margin}>
        {margin !== null && <b className={margin > 0n ? 'gain' : 'loss'}>{formatSigned(margin, locale)}</b>}
      </span>
      <p className={styles.about}>
        <UsualRange
          commodity={commodity}
          price={price}
          ownCost={row.bid === null ? null : row.avgCost}
          wide
        />
        {row.held > 0 && row.avgCost !== null && (
          <span>
            {t('trade:card.held', {
              quantity: formatInteger(row.held, locale),
              cost: formatCredits(row.avgCost, locale),
            })}
          </span>
        )}
        {row.stock !== null && (
          <span>{t('trade:card.stock', { stock: formatInteger(row.stock, locale) })}</span>
        )}
        {elsewhere !== null && (
          <span>
            {elsewhere.gain > 0n || row.bid === null
              ? t('trade:card.elsewhere', {
                  number: formatSectorNumber(elsewhere.price.sectorNumber),
                  station: elsewhere.price.stationName,
                  price: formatCredits(elsewhere.bid, locale),
                  turns: elsewhere.price.turns ?? 0,
                })
              : t('trade:elsewhere.here')}
          </span>
        )}
      </p>
      {model.isLive && (
        <div className={styles.acts}>
          <Button
            aria-pressed={inBasket !== undefined}
            className={styles.toggle}
            data-guide={isNext ? `amount-${commodity} goods` : `amount-${commodity}`}
            disabledReason={why}
            onClick={toggle}
          >
            {inBasket !== undefined && <ObjectGlyph kind="check" />}
            <CardWords side={side} inBasket={inBasket} task={task} />
          </Button>
          <Button
            variant="quiet"
            aria-expanded={isOpen}
            aria-label={t('trade:card.amount')}
            onClick={() => {
              model.select(commodity);
              setOpen(!isOpen);
            }}
          >
            {'…'}
          </Button>
        </div>
      )}
      {isOpen && model.isLive && model.selected?.row.commodity === commodity && (
        <div className={styles.ticket}>
          <TicketPanel model={model} />
        </div>
      )}
    </section>
  );
}
