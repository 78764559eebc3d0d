import {
  Button,
  CommodityGlyph,
  Facts,
  formatCredits,
  formatDecimal,
  formatInteger,
  formatSigned,
  HoldCells,
  IconButton,
  ObjectGlyph,
} from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { reasonText, refusalOf } from '../../app/refusal-text.ts';
import { useText } from '../../app/text.ts';
import { useHoldLabel } from '../../shell/use-hold-label.ts';
import { MOST_LINES } from './basket-store.ts';
import { cargoAfter } from './basket-view.ts';
import { NextSales } from './NextSales.tsx';
import styles from './Ticket.module.css';
import type { MarketModel } from './use-market.ts';

const CELLS_PX = 288;

/** The order as a whole: its lines, where the purchases sell next, what is left afterwards. */
export function BasketPanel({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { lines, live } = model;
  const { shown } = live;
  return (
    <section className={styles.basket} aria-labelledby="basket">
      <h2 id="basket" className={styles.title}>
        {t('trade:basket.title')}
        <span className={styles.end}>
          {t('trade:basket.count', { count: lines.length, most: MOST_LINES })}
        </span>
      </h2>
      {lines.length === 0 ? (
        <p className={styles.empty}>{t('trade:basket.empty')}</p>
      ) : (
        <ol className={styles.lines}>
          {lines.map(({ side, commodity, quantity }) => {
            const quoted = shown?.lines.find((line) => line.side === side && line.commodity === commodity);
            const signed = quoted === undefined ? null : side === 'buy' ? -quoted.net : quoted.net;
            return (
              <li key={`${side} ${commodity}`} className={clsx(quoted?.refusal != null && styles.refused)}>
                <CommodityGlyph commodity={commodity} />
                <button type="button" className={styles.line} onClick={() => model.select(commodity)}>
                  <strong>
                    {t(side === 'buy' ? 'trade:basket.buy' : 'trade:basket.sell', {
                      quantity: formatInteger(quantity, locale),
                      item: t(`common:commodity_word.${commodity}`),
                    })}
                  </strong>
                  {quoted !== undefined && (
                    <small className="num">
                      {t('trade:basket.at', { unit: formatDecimal(quoted.unitAverageX100 / 100, locale, 1) })}
                    </small>
                  )}
                </button>
                <span className={clsx(styles.amount, signed !== null && signed > 0n ? 'gain' : 'hi')}>
                  {signed === null ? '–' : formatSigned(signed, locale)}
                </span>
                <IconButton
                  tight
                  label={t('trade:basket.remove')}
                  icon={<ObjectGlyph kind="cross" />}
                  onClick={() => model.setQuantity(side, commodity, 0)}
                />
              </li>
            );
          })}
        </ol>
      )}
      <NextSales model={model} />
      <div className={styles.total}>
        {shown !== undefined && <BasketOutcome model={model} />}
        <Net model={model} />
        <CommitButton model={model} />
      </div>
    </section>
  );
}

function BasketOutcome({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const { live, lines, state } = model;
  const cargo = cargoAfter(state?.cargo ?? [], lines);
  const quote = live.shown;
  const label = useHoldLabel(
    quote === undefined ? null : { used: quote.cargoAfter, capacity: quote.cargoCapacity, segments: cargo },
  );
  if (quote === undefined) return null;
  return (
    <>
      <Facts
        facts={[
          { name: t('trade:basket.credits_after'), value: formatCredits(quote.creditsAfter, locale) },
          { name: t('trade:basket.hold_after'), value: `${quote.cargoAfter}/${quote.cargoCapacity}` },
        ]}
      />
      <div className={styles.cells}>
        <HoldCells segments={cargo} capacity={quote.cargoCapacity} width={CELLS_PX} label={label} />
      </div>
    </>
  );
}

/** The total of the order; grey while a fresh one is on its way. */
export function Net({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { live } = model;
  const net = live.shown?.net;
  return (
    <p className={clsx(styles.net, live.isAsking && styles.asking)}>
      <span>{t('trade:basket.net')}</span>
      <output className={clsx(net !== undefined && net > 0n && 'gain')}>
        {net === undefined ? '–' : formatSigned(net, locale)}
        <span className={styles.unit}>{t('game:status.credits_unit')}</span>
      </output>
    </p>
  );
}

/** The one act of the market: commits what was looked at, or asks to look again. */
export function CommitButton({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const { i18n, clock } = useGame();
  const reason = useReason();
  const { live, lines, running } = model;
  const refused = live.quote?.lines.find(({ refusal }) => refusal !== null)?.refusal ?? null;
  const why = (): string | undefined => {
    const offline = reason(null);
    if (offline !== undefined) return offline;
    if (lines.length === 0) return t('trade:basket.nothing');
    if (live.error !== null && live.error !== undefined)
      return refusalOf(i18n, live.error, clock.nowMs()).text;
    return refused === null ? undefined : reasonText(i18n, refused, {}, clock.nowMs());
  };
  return (
    <Button
      variant="next"
      size="large"
      wide
      hotkey="Enter"
      data-guide="commit"
      cost={lines.length > 0 ? t('trade:basket.phone', { count: lines.length }) : undefined}
      pending={running === 'trade' || live.isAsking}
      disabledReason={why()}
      onClick={model.commit}
    >
      {t(live.moved ? 'trade:basket.review' : 'trade:basket.commit')}
    </Button>
  );
}
