import { KeyCap } from '@sw/ui';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { runKeyAction } from '../../keyboard/keyboard-store.ts';
import styles from './Market.module.css';
import type { MarketModel } from './use-market.ts';

/** The keys of this screen, each also a button. */
export function MarketKeys({ model }: { readonly model: MarketModel }): ReactElement {
  const t = useText();
  const { trip } = model;
  return (
    <p className={styles.keys}>
      <button type="button" data-guide="goods" onClick={() => runKeyAction('classic_run')}>
        <KeyCap>{'Space'}</KeyCap>
        {t('trade:keys.classic')}
      </button>
      {trip !== null && (
        <button type="button" onClick={() => runKeyAction('repeat_trip')}>
          <KeyCap>{'R'}</KeyCap>
          {t('trade:keys.repeat', { station: trip.there.stationName })}
        </button>
      )}
      <span>
        <KeyCap>{'B'}</KeyCap>
        <KeyCap>{'V'}</KeyCap>
        {t('trade:keys.buy_sell')}
      </span>
      <span>
        <KeyCap>{'1'}</KeyCap>
        {'–'}
        <KeyCap>{'9'}</KeyCap>
        {t('trade:keys.line')}
      </span>
      <button type="button" onClick={() => runKeyAction('computer')}>
        <KeyCap>{'C'}</KeyCap>
        {t('trade:keys.prices')}
      </button>
    </p>
  );
}
