import { formatInteger, KeyCap, RadioGroup } from '@sw/ui';
import { Search } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './MapPage.module.css';
import type { MapMode, Overlay } from './map-store.ts';
import { MAP_MODES, OVERLAYS, useMapStore } from './map-store.ts';
import type { GameMap } from './use-map.ts';

export interface MapToolbarProps {
  readonly map: GameMap;
  readonly overlayField: Ref<HTMLSelectElement>;
  readonly onSearch: () => void;
}

/** Which region, what is marked on it, search, and chart or list. */
export function MapToolbar({ map, overlayField, onSearch }: MapToolbarProps): ReactElement {
  const t = useText();
  const { setOverlay, setMode } = useMapStore.getState();
  return (
    <div className={styles.toolbar}>
      <RegionPicker map={map} />
      <label className={styles.pick}>
        <KeyCap>{'O'}</KeyCap>
        <span className={styles.pickName}>{t('game:map.overlay')}</span>
        <select
          ref={overlayField}
          value={map.overlay}
          onChange={(event) => {
            const overlay = OVERLAYS.find((entry) => entry === event.target.value);
            if (overlay !== undefined) setOverlay(overlay);
            // The single keys of the map work again.
            event.target.blur();
          }}
        >
          {OVERLAYS.map((overlay: Overlay) => (
            <option key={overlay} value={overlay}>
              {t(`game:map.overlay_${overlay}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={styles.pick} aria-keyshortcuts="/" onClick={onSearch}>
        <Search aria-hidden="true" />
        <span className={styles.pickName}>{t('game:map.find')}</span>
        <KeyCap>{'/'}</KeyCap>
      </button>
      <RadioGroup<MapMode>
        label={t('game:map.mode')}
        look="segments"
        value={map.mode}
        onChange={setMode}
        options={MAP_MODES.map((value) => ({ value, label: t(`game:map.mode_${value}`) }))}
      />
    </div>
  );
}

function RegionPicker({
  map: { galaxy, regionName, model, sector },
}: {
  readonly map: GameMap;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const { showRegion } = useMapStore.getState();
  const regions = galaxy?.regions ?? [];
  const title = regions.find(({ name }) => name === regionName)?.title ?? model?.chart.region.title ?? '';
  return (
    <div className={styles.region}>
      {regions.length > 1 ? (
        <select
          aria-label={t('game:map.region')}
          value={regionName}
          onChange={(event) => {
            showRegion(event.target.value === sector?.regionName ? null : event.target.value);
            event.target.blur();
          }}
        >
          {regions.map(({ name, title: label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      ) : (
        <h2>{title}</h2>
      )}
      {model !== null && (
        <p>
          {t('game:map.known', {
            known: formatInteger(model.count, locale),
            total: formatInteger(model.chart.region.sectorCount, locale),
          })}
        </p>
      )}
    </div>
  );
}
