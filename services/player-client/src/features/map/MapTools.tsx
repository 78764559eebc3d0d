import { IconButton } from '@sw/ui';
import { ChevronDown, ChevronUp, Crosshair, Maximize, Minus, Plus, RotateCcw, RotateCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import styles from './MapPage.module.css';
import { mapCamera } from './map-camera.ts';
import { turnOrbitStep } from './orbit-store.ts';

export interface MapToolsProps {
  readonly onCentre: () => void;
  /** In space one can turn and lean, too. */
  readonly isInSpace: boolean;
}

/** Zoom, centre and turn as buttons, for whoever cannot pinch or scroll. */
export function MapTools({ onCentre, isInSpace }: MapToolsProps): ReactElement {
  const t = useText();
  return (
    <fieldset className={styles.tools} aria-label={t('map:tools')}>
      <IconButton label={t('map:zoom_in')} hotkey="+" icon={<Plus />} onClick={() => mapCamera.zoom(1)} />
      <IconButton label={t('map:zoom_out')} hotkey="-" icon={<Minus />} onClick={() => mapCamera.zoom(-1)} />
      <IconButton label={t('map:centre')} hotkey="Home" icon={<Crosshair />} onClick={onCentre} />
      <IconButton label={t('map:fit')} icon={<Maximize />} onClick={mapCamera.fit} />
      {isInSpace && (
        <>
          <IconButton
            label={t('map:rotate_left')}
            icon={<RotateCcw />}
            onClick={() => turnOrbitStep(-1, 0)}
          />
          <IconButton label={t('map:rotate_right')} icon={<RotateCw />} onClick={() => turnOrbitStep(1, 0)} />
          <IconButton label={t('map:tilt_up')} icon={<ChevronDown />} onClick={() => turnOrbitStep(0, -1)} />
          <IconButton label={t('map:tilt_down')} icon={<ChevronUp />} onClick={() => turnOrbitStep(0, 1)} />
        </>
      )}
    </fieldset>
  );
}
