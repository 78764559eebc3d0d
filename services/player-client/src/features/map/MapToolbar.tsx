import { formatInteger, KeyCap, RadioGroup } from '@sw/ui';
import { Search } from 'lucide-react';
import type { ReactElement, Ref } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import styles from './MapPage.module.css';
import type { MapMode } from './map-store.ts';
import { MAP_MODES, useMapStore } from './map-store.ts';
import { OverlayPicker } from './OverlayPicker.tsx';
import type { GameMap } from './use-map.ts';

export interface MapToolbarProps {
  readonly map: GameMap;
  readonly overlayField: Ref<HTMLSelectElement>;
  readonly onSearch: () => void;
  /** Whether the device can draw in space. */
  readonly has3d: boolean;
}

/** Which region, what is marked on it, search, and chart or list. */
export function MapToolbar({ map, overlayField, onSearch, has3d }: MapToolbarProps): ReactElement {
  const t = useText();
  const { setMode } = useMapStore.getState();
  const modes = has3d ? MAP_MODES : MAP_MODES.filter((mode) => mode !== '3d');
  return (
    <div className={styles.toolbar}>
      <RegionPicker map={map} />
      <OverlayPicker map={map} overlayField={overlayField} />
      <button type="button" className={styles.pick} aria-keyshortcuts="/" onClick={onSearch}>
        <Search aria-hidden="true" />
        <span className={styles.pickName}>{t('map:find')}</span>
        <KeyCap>{'/'}</KeyCap>
      </button>
      <RadioGroup<MapMode>
        label={t('map:mode')}
        look="segments"
        value={map.mode}
        onChange={setMode}
        options={modes.map((value) => ({ value, label: t(`map:mode_${value}`) }))}
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
          aria-label={t('map:region')}
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
          {t('map:known', {
            known: formatInteger(model.count, locale),
            total: formatInteger(model.chart.region.sectorCount, locale),
          })}
        </p>
      )}
    </div>
  );
}
