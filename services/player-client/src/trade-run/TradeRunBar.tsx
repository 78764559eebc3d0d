import { Button, formatInteger, formatSectorNumber } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../app/game-context.ts';
import type { Translate } from '../app/text.ts';
import { useText } from '../app/text.ts';
import styles from './TradeRunBar.module.css';
import type { RunStop } from './trade-run-store.ts';
import type { TradeRunModel } from './use-trade-run.ts';

/** What is planned at a stop, in words. */
export function planText(stop: Pick<RunStop, 'lines'>, t: Translate, locale: string): string {
  return stop.lines
    .map(({ side, commodity, quantity }) =>
      t(side === 'buy' ? 'trade:run.buy' : 'trade:run.sell', {
        quantity: formatInteger(quantity, locale),
        item: t(`common:commodity_word.${commodity}`),
      }),
    )
    .join(', ');
}

export interface TradeRunBarProps {
  readonly model: TradeRunModel;
  /** Where the ship is docked. */
  readonly stationId: string | null;
  /** Puts what is planned here into the basket. */
  readonly onLoad?: (stop: RunStop) => void;
}

/** The route being flown: the stop, what is planned there, and the one thing to do next. */
export function TradeRunBar({ model, stationId, onLoad }: TradeRunBarProps): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const { run, stop, isFlying } = model;
  if (run === null || stop === null) return null;
  const isHere = stop.stationId === stationId;
  const next = run.isTraded ? run.stops[run.at + 1] : isHere ? undefined : stop;
  const place = { number: formatSectorNumber(stop.sectorNumber), station: stop.stationName };
  return (
    <section className={styles.bar} aria-label={t('trade:run.title')}>
      <p className={styles.where}>
        {t('trade:run.stop', { stop: run.at + 1, stops: run.stops.length, ...place })}
      </p>
      <p className={styles.plan} aria-live="polite">
        {run.isTraded ? t('trade:run.done_here') : planText(stop, t, locale)}
      </p>
      <div className={styles.acts}>
        {next !== undefined && (
          <Button
            variant="next"
            pending={isFlying}
            cost={t('trade:pair.turns', { turns: next.turns })}
            onClick={model.goOn}
          >
            {t('trade:run.fly', { number: formatSectorNumber(next.sectorNumber), station: next.stationName })}
          </Button>
        )}
        {isHere && !run.isTraded && onLoad !== undefined && (
          <Button onClick={() => onLoad(stop)}>{t('trade:run.load')}</Button>
        )}
        <Button variant="quiet" onClick={model.end}>
          {t('trade:run.end')}
        </Button>
      </div>
    </section>
  );
}
