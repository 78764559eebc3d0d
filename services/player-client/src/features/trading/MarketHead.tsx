import { Button, formatAge, formatBasisPoints, formatSectorNumber } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { stationClassName } from '../../sectors/scene-view.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import { StationVenues } from '../../stations/StationVenues.tsx';
import styles from './Market.module.css';
import type { MarketModel } from './use-market.ts';

/** Where the prices are from, what is inside them, and the way out. */
export function MarketHead({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const navigate = useNavigate();
  const { navigation } = useCommands();
  const { station, market, isLive, stationId, running } = model;
  const leave = () => {
    void navigation.undock(stationId).then((outcome) => {
      if (outcome?.ok === true) void navigate('/game');
    });
  };
  return (
    <header className={styles.head}>
      <h1 id="station-name" tabIndex={-1}>
        <bdi>{station?.name ?? market?.stationName ?? t('trade:title.market')}</bdi>
      </h1>
      {station !== undefined && (
        <p className={styles.facts}>
          {t('trade:head.where', {
            class: stationClassName(station.stationClass, t),
            number: formatSectorNumber(station.sector.number),
            name: station.sector.name,
          })}{' '}
          <HelpMark topic="stations" about={station.name} />
          <br />
          {market !== null && isLive && (
            <>
              {t('trade:head.tariff')} <b>{formatBasisPoints(market.tariffBp, locale)}</b>{' '}
              {t('trade:head.included')}{' '}
              <b
                title={market.advantageBreakdown
                  .map(({ source, bp }) => `${source} ${formatBasisPoints(bp, locale, true)}`)
                  .join(', ')}
              >
                {formatBasisPoints(market.advantageBp, locale, true)}
              </b>
            </>
          )}
          {market !== null && !isLive && (
            <span className="warn">
              {t(`trade:summary.${market.source === 'live' ? 'intelligence' : market.source}`, {
                age: formatAge(nowMs - Date.parse(market.asOf), locale),
              })}
            </span>
          )}
        </p>
      )}
      {isLive && (
        <span className={styles.headEnd}>
          <StationVenues stationId={stationId} current="market" />
          <Button hotkey="U" data-guide="undock" pending={running === 'undock'} onClick={leave}>
            {t('game:cockpit.undock')}
          </Button>
        </span>
      )}
    </header>
  );
}
