import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { webglSupport } from '../../scene/webgl-support.ts';
import { Screen } from '../../shell/Screen.tsx';
import { stopFlight } from './flight.ts';
import styles from './MapPage.module.css';
import { MapSearch } from './MapSearch.tsx';
import { MapSheet } from './MapSheet.tsx';
import { MapStage } from './MapStage.tsx';
import { RoutePanel } from './RoutePanel.tsx';
import { SelectedSector } from './SelectedSector.tsx';
import { useMap } from './use-map.ts';
import { useMapActs } from './use-map-acts.ts';
import { useMapAddress } from './use-map-address.ts';
import { useMapKeys } from './use-map-keys.ts';

/** P-05: the chart of known space, and courses over it. */
export function MapPage(): ReactElement {
  const t = useText();
  const isPhone = useIsPhone();
  const map = useMap();
  const acts = useMapActs(map);
  const overlayField = useRef<HTMLSelectElement>(null);
  const [isSearching, setSearching] = useState(false);
  const has3d = webglSupport() !== 'none';
  useMapAddress(map, acts);
  useMapKeys(map, acts, {
    openSearch: () => setSearching(true),
    openOverlays: () => overlayField.current?.focus(),
    has3d,
  });
  // The autopilot only flies while somebody watches.
  useEffect(() => stopFlight, []);
  return (
    <>
      <Screen
        title={t('game:screen.map')}
        hideTitle
        className={styles.page}
        contextLabel={t('map:context')}
        context={
          isPhone ? undefined : (
            <>
              <RoutePanel map={map} acts={acts} />
              <SelectedSector map={map} acts={acts} />
            </>
          )
        }
        stage={
          <MapStage
            map={map}
            acts={acts}
            isPhone={isPhone}
            overlayField={overlayField}
            onSearch={() => setSearching(true)}
            has3d={has3d}
          />
        }
      />
      {isPhone && <MapSheet map={map} acts={acts} />}
      {isSearching && map.model !== null && (
        <MapSearch model={map.model} onPick={acts.goToFound} onClose={() => setSearching(false)} />
      )}
    </>
  );
}
