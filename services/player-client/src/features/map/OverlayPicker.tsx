import { commodityKey } from '@sw/contracts';
import { KeyCap } from '@sw/ui';
import type { ChangeEvent, ReactElement, Ref } from 'react';
import { useText } from '../../app/text.ts';
import styles from './MapPage.module.css';
import { isPriced, OVERLAYS, useMapStore } from './map-store.ts';
import type { GameMap } from './use-map.ts';

export interface OverlayPickerProps {
  readonly map: Pick<GameMap, 'overlay' | 'commodity'>;
  readonly overlayField: Ref<HTMLSelectElement>;
}

/** What is marked on the chart, and of which commodity where it is prices. */
export function OverlayPicker({ map, overlayField }: OverlayPickerProps): ReactElement {
  const t = useText();
  const { setOverlay, setCommodity } = useMapStore.getState();
  /** The single keys of the map work again. */
  const done = ({ target }: ChangeEvent<HTMLSelectElement>) => target.blur();
  return (
    <>
      <label className={styles.pick}>
        <KeyCap>{'O'}</KeyCap>
        <span className={styles.pickName}>{t('map:overlay')}</span>
        <select
          ref={overlayField}
          value={map.overlay}
          onChange={(event) => {
            const overlay = OVERLAYS.find((entry) => entry === event.target.value);
            if (overlay !== undefined) setOverlay(overlay);
            done(event);
          }}
        >
          {OVERLAYS.map((overlay) => (
            <option key={overlay} value={overlay}>
              {t(`map:overlay_${overlay}`)}
            </option>
          ))}
        </select>
      </label>
      {isPriced(map.overlay) && (
        <label className={styles.pick}>
          <span className={styles.pickName}>{t('map:commodity')}</span>
          <select
            aria-label={t('map:commodity')}
            value={map.commodity}
            onChange={(event) => {
              const commodity = commodityKey.options.find((entry) => entry === event.target.value);
              if (commodity !== undefined) setCommodity(commodity);
              done(event);
            }}
          >
            {commodityKey.options.map((commodity) => (
              <option key={commodity} value={commodity}>
                {t(`common:commodity.${commodity}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
