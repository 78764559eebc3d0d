import { Facts, formatAge, formatBasisPoints, PanelNotice } from '@sw/ui';
import type { ReactElement } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { stationClassName } from '../../sectors/scene-view.ts';
import { WayThere } from '../../stations/WayThere.tsx';
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
      <WayThere station={station} />
    </section>
  );
}
