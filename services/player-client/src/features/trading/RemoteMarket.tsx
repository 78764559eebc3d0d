import { Button, Facts, formatAge, formatBasisPoints, PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCommands } from '../../app/commands.ts';
import { useGame, useLocale } from '../../app/game-context.ts';
import { useReason } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { stationClassName } from '../../sectors/scene-view.ts';
import { actionOf } from '../../sectors/warp-list.ts';
import styles from './Ticket.module.css';
import type { MarketModel } from './use-market.ts';

/** A market seen from elsewhere: what is known, how old it is, and how to get there. */
export function RemoteMarket({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const { station, market, stationQuery } = model;
  if (stationQuery.isError)
    return (
      <PanelNotice
        state={{
          kind: 'error',
          message: t('common:state.gone'),
          retryLabel: t('common:action.retry'),
          onRetry: () => void stationQuery.refetch(),
        }}
      />
    );
  if (station === undefined) return <div className={styles.ticket} aria-busy="true" />;
  return (
    <section className={styles.ticket} aria-labelledby="remote">
      <h2 id="remote" className={styles.title}>
        {t('trade:remote.title')}
      </h2>
      <Facts
        facts={[
          {
            name: t('trade:remote.class'),
            value: <span className={styles.words}>{stationClassName(station.stationClass, t)}</span>,
          },
          { name: t('trade:remote.tariff'), value: formatBasisPoints(station.tariffBp, locale) },
          {
            name: t('trade:remote.age'),
            value:
              market === null ? t('common:age.never') : formatAge(nowMs - Date.parse(market.asOf), locale),
          },
        ]}
      />
      <p className={styles.why}>{t(market === null ? 'trade:remote.learn' : 'trade:remote.explain')}</p>
      <RemoteAct model={model} />
    </section>
  );
}

/** Dock, when the ship is in the sector; else plot a course to it. */
export function RemoteAct({ model }: { readonly model: MarketModel }): ReactElement | null {
  const t = useText();
  const { print } = useGame();
  const { navigation } = useCommands();
  const navigate = useNavigate();
  const reason = useReason();
  const { station, state, running } = model;
  if (station === undefined) return null;
  if (state?.location?.sectorId === station.sectorId)
    return (
      <Button
        variant="next"
        size="large"
        wide
        pending={running === 'dock'}
        disabledReason={reason(actionOf(station.actions, 'dock'))}
        onClick={() => void navigation.dock(station)}
      >
        {t('game:cockpit.dock')}
      </Button>
    );
  return (
    <Button
      variant="next"
      size="large"
      wide
      onClick={() => {
        void navigation.plot(station.sectorId).then((outcome) => {
          print(outcome.ok ? 'info' : 'warning', 'movement', outcome.text);
          if (outcome.ok) void navigate('/game/map');
        });
      }}
    >
      {t('trade:remote.plot')}
    </Button>
  );
}
