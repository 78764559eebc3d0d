import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { Screen } from '../../shell/Screen.tsx';
import { stopFlight } from './flight.ts';
import styles from './MapPage.module.css';
import { MapSearch } from './MapSearch.tsx';
import { MapSheet } from './MapSheet.tsx';
import { MapStage } from './MapStage.tsx';
import { MAP_MODES, OVERLAYS, useMapStore } from './map-store.ts';
import { RoutePanel } from './RoutePanel.tsx';
import { SelectedSector } from './SelectedSector.tsx';
import { useMap } from './use-map.ts';
import { useMapActs } from './use-map-acts.ts';
import { useMapKeys } from './use-map-keys.ts';

/** P-05: the chart of known space, and courses over it. */
export function MapPage(): ReactElement {
  const t = useText();
  const isPhone = useIsPhone();
  const map = useMap();
  const acts = useMapActs(map);
  const overlayField = useRef<HTMLSelectElement>(null);
  const [isSearching, setSearching] = useState(false);
  useAddress();
  useMapKeys(map, acts, {
    openSearch: () => setSearching(true),
    openOverlays: () => overlayField.current?.focus(),
  });
  // The autopilot only flies while somebody watches.
  useEffect(() => stopFlight, []);
  return (
    <>
      <Screen
        title={t('game:screen.map')}
        hideTitle
        className={styles.page}
        contextLabel={t('game:map.context')}
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
          />
        }
      />
      {isPhone && <MapSheet map={map} acts={acts} />}
      {isSearching && map.model !== null && (
        <MapSearch model={map.model} onPick={acts.goToRow} onClose={() => setSearching(false)} />
      )}
    </>
  );
}

/** Takes over what an address asks for: `?sel=312&mode=list&overlay=fuel`. */
function useAddress(): void {
  const [params] = useSearchParams();
  useEffect(() => {
    const { select, setMode, setOverlay } = useMapStore.getState();
    const number = Number(params.get('sel'));
    if (Number.isSafeInteger(number) && number > 0) select(number);
    const mode = MAP_MODES.find((entry) => entry === params.get('mode'));
    if (mode !== undefined) setMode(mode);
    const overlay = OVERLAYS.find((entry) => entry === params.get('overlay'));
    if (overlay !== undefined) setOverlay(overlay);
  }, [params]);
}
