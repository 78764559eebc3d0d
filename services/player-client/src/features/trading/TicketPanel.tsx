import type { Fact } from '@sw/ui';
import {
  Button,
  CommodityGlyph,
  Facts,
  formatCredits,
  formatDecimal,
  formatInteger,
  formatSigned,
  NumberField,
  RadioGroup,
} from '@sw/ui';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { reasonText } from '../../app/refusal-text.ts';
import type { Translate } from '../../app/text.ts';
import { useText } from '../../app/text.ts';
import type { MarketRow } from '../../prices/market-types.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import { PriceWatch } from '../price-alerts/index.ts';
import type { OrderSide } from './basket-store.ts';
import type { LimitView } from './basket-view.ts';
import { limitOf, limitsOf, mostOf } from './basket-view.ts';
import { purchaseOf } from './chain-task.ts';
import styles from './Ticket.module.css';
import type { QuoteLine } from './trading-commands.ts';
import type { MarketModel } from './use-market.ts';

const SHARES = [25, 50, 100] as const;

/** The selected good as an order: how much, what it comes to, what limits it. */
export function TicketPanel({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const { i18n, clock } = useGame();
  const { selected, side, lines, live } = model;
  if (selected === null) return null;
  const { row } = selected;
  const { commodity } = row;
  const at = lines.findIndex((line) => line.commodity === commodity && line.side === side);
  const quantity = lines[at]?.quantity ?? 0;
  const line =
    at < 0
      ? undefined
      : live.shown?.lines.find((entry) => entry.commodity === commodity && entry.side === side);
  const most = Math.max(line?.maxQuantity.max ?? mostOf(row, side), 0);
  const task = purchaseOf(model.task, commodity, side);
  const set = (next: number) => model.setQuantity(side, commodity, next);
  const limit = limitOf(side, line?.maxQuantity ?? limitsOf(row, side));
  const refusal = line?.refusal ?? null;
  const price = side === 'sell' ? row.bid : row.ask;
  const isIdle = side === 'sell' && row.held === 0 && quantity === 0;
  // Lines before it may make room and money: a press then asks how much.
  const none = isIdle || (most === 0 && lines.length === 0) ? t(`trade:card.not_${limit.limit}`) : undefined;
  return (
    <section className={styles.ticket} aria-labelledby="ticket">
      <h2 id="ticket" className={styles.title}>
        <CommodityGlyph commodity={commodity} />
        {t(side === 'sell' ? 'trade:ticket.sell' : 'trade:ticket.buy', {
          item: t(`common:commodity_word.${commodity}`),
        })}
        <span className={styles.end}>
          {t('trade:ticket.held', { quantity: formatInteger(row.held, locale) })}{' '}
          <HelpMark topic="trading" about={t('trade:order')} />
        </span>
      </h2>
      {row.side === 'both' && (
        <RadioGroup
          label={t('trade:ticket.side')}
          look="segments"
          value={side}
          onChange={model.setSide}
          options={[
            { value: 'sell', label: t('trade:side.sell') },
            { value: 'buy', label: t('trade:side.buy') },
          ]}
        />
      )}
      <NumberField
        label={t('trade:ticket.quantity')}
        className={styles.quantity}
        value={quantity}
        onChange={set}
        max={Math.max(most, quantity)}
        locale={locale}
        decreaseLabel={t('common:field.decrease')}
        increaseLabel={t('common:field.increase')}
        onSubmit={model.commit}
      />
      <Shares model={model} row={row} side={side} quantity={quantity} most={most} none={none} />
      {task !== null && (
        <Button
          variant="quiet"
          wide
          aria-pressed={quantity === task.quantity}
          data-guide={`amount-${commodity}`}
          onClick={() => set(Math.min(most, task.quantity))}
        >
          {t('trade:ticket.task', { quantity: formatInteger(task.quantity, locale) })}
        </Button>
      )}
      {line !== undefined && quantity > 0 && <Facts facts={factsOf(line, t, locale)} />}
      <p className={styles.why} aria-live="polite">
        {refusal === null || isIdle
          ? adviceOf({ row, most, isIdle, limit }, t, locale)
          : reasonText(i18n, refusal, { max: most }, clock.nowMs())}
      </p>
      {price !== null && (
        <PriceWatch
          key={`${commodity} ${side}`}
          stationId={model.stationId}
          commodity={commodity}
          side={side}
          price={price}
        />
      )}
    </section>
  );
}

interface SharesProps {
  readonly model: MarketModel;
  readonly row: MarketRow;
  readonly side: OrderSide;
  readonly quantity: number;
  readonly most: number;
  /** Why nothing of it can be ordered. */
  readonly none: string | undefined;
}

/** Amounts at one press: shares of what is held or can be bought, and all that goes. */
function Shares({ model, row, side, quantity, most, none }: SharesProps): ReactElement {
  const t = useText();
  const { commodity } = row;
  const base = side === 'sell' ? row.held : most;
  return (
    <div className={styles.shares}>
      {SHARES.map((share) => {
        const part = Math.floor((base * share) / 100);
        return (
          <Button
            key={share}
            variant="quiet"
            aria-pressed={quantity > 0 && quantity === part}
            disabledReason={none}
            reasonPlacement="tip"
            onClick={() => model.setQuantity(side, commodity, Math.min(most, part))}
          >
            {t('common:unit.percent', { value: share })}
          </Button>
        );
      })}
      <Button
        variant="quiet"
        aria-pressed={quantity > 0 && quantity === most}
        data-guide={side === 'sell' ? `amount-${commodity}` : undefined}
        disabledReason={none}
        reasonPlacement="tip"
        onClick={() => model.setMost(side, commodity)}
      >
        {t('trade:ticket.max')}
      </Button>
    </div>
  );
}

interface Offer {
  readonly row: MarketRow;
  readonly most: number;
  /** Nothing of it is held and nothing of it is ordered. */
  readonly isIdle: boolean;
  readonly limit: LimitView;
}

/** What may be ordered; with an empty hold, what the station would take and what it pays. */
function adviceOf({ row, most, isIdle, limit }: Offer, t: Translate, locale: string): string {
  const more = formatInteger(Math.max(0, limit.more), locale);
  if (!isIdle && most === 0) return t(`trade:card.not_${limit.limit}`);
  if (!isIdle) return t(`trade:limit.${limit.limit}`, { max: formatInteger(most, locale), more });
  if (row.bid === null) return t('trade:limit.takes_none');
  return t('trade:limit.would_take', { more, price: formatCredits(row.bid, locale) });
}

/** A quote's line as the player reads it: unit price, total, own cost, profit. */
function factsOf(line: QuoteLine, t: Translate, locale: string): readonly Fact[] {
  const facts: Fact[] = [
    {
      name: t('trade:ticket.each', {
        unit: formatDecimal(line.unitAverageX100 / 100, locale, 1),
        quantity: line.quantity,
      }),
      value: formatCredits(line.net, locale),
    },
  ];
  if (line.profit !== null) {
    facts.push({ name: t('trade:ticket.cost'), value: formatCredits(line.net - line.profit, locale) });
    facts.push({
      name: t('trade:ticket.profit'),
      value: formatSigned(line.profit, locale),
      tone: line.profit < 0n ? 'loss' : 'gain',
    });
  }
  return facts;
}
