import {
  Button,
  CommodityGlyph,
  formatAge,
  formatCredits,
  formatDecimal,
  formatInteger,
  formatPercent,
  formatSectorNumber,
  formatSigned,
} from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { TradeRoute } from '../../trade-run/trade-run-store.ts';
import styles from './RouteFinder.module.css';

export interface RouteCardProps {
  readonly route: TradeRoute;
  readonly rank: number;
  /** Turns the player has. */
  readonly turns: number;
  readonly isBusy: boolean;
  readonly onFly: () => void;
}

/** One route: where, what, what it brings, how sure that is. */
export function RouteCard({ route, rank, turns, isBusy, onFly }: RouteCardProps): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const reason = useReason();
  const { legs, profit, profitPerTurnX100, risk, confidenceBp } = route;
  const path = legs.map(({ sectorNumber }) => formatSectorNumber(sectorNumber)).join(' → ');
  return (
    <li className={styles.route} aria-label={t('trade:routes.route', { rank, path })}>
      <div className={styles.sum}>
        <span className={styles.rank}>{formatInteger(rank, locale)}</span>
        <strong className={clsx(styles.profit, profit > 0n ? 'gain' : 'loss')}>
          {formatSigned(profit, locale)}
        </strong>
        <span className={styles.facts}>
          <span>
            {t('trade:routes.per_turn', { credits: formatDecimal(profitPerTurnX100 / 100, locale, 1) })}
          </span>
          <span>{t('trade:pair.turns', { turns: route.turns })}</span>
          <span>
            {t('trade:routes.trust', {
              trust: formatPercent(Math.round(confidenceBp / 100), locale),
              age: formatAge(Math.max(0, nowMs - Date.parse(route.asOf)), locale),
            })}
          </span>
          <span className={clsx(risk !== 'low' && 'loss')}>{t(`trade:routes.risk_of_${risk}`)}</span>
        </span>
        <Button
          variant={rank === 1 ? 'next' : 'plain'}
          pending={isBusy}
          cost={t('trade:pair.turns', { turns: route.turns })}
          disabledReason={reason(null)}
          onClick={onFly}
        >
          {t('trade:routes.fly')}
        </Button>
      </div>
      <ol className={styles.legs}>
        {legs.map((leg) => (
          <li key={`${leg === legs.at(-1) ? 'end' : 'stop'} ${leg.stationId}`}>
            <Link to={`/game/station/${leg.stationId}`} className={styles.station}>
              <span className="num">{formatSectorNumber(leg.sectorNumber)}</span> <bdi>{leg.stationName}</bdi>
            </Link>
            <span className={styles.way}>
              {leg.turns === 0 ? t('trade:routes.here') : t('trade:pair.turns', { turns: leg.turns })}
            </span>
            <span className={styles.trades}>
              {leg.trades.map(({ side, commodity, quantity, expectedTotal }) => (
                <span key={`${side} ${commodity}`}>
                  <CommodityGlyph commodity={commodity} />
                  {t(side === 'buy' ? 'trade:routes.buy' : 'trade:routes.sell', {
                    quantity: formatInteger(quantity, locale),
                    item: t(`common:commodity_word.${commodity}`),
                    total: formatCredits(expectedTotal, locale),
                  })}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {route.turns > turns && <p className={styles.short}>{t('trade:routes.short', { turns })}</p>}
    </li>
  );
}
