import { IconButton } from '@sw/ui';
import { Crosshair, Maximize, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { fitCamera, zoomStep } from './chart-camera.ts';
import styles from './MapPage.module.css';

/** Zoom and centre as buttons, for whoever cannot pinch or scroll. */
export function MapTools({ onCentre }: { readonly onCentre: () => void }): ReactElement {
  const t = useText();
  return (
    <fieldset className={styles.tools} aria-label={t('game:map.tools')}>
      <IconButton label={t('game:map.zoom_in')} hotkey="+" icon={<Plus />} onClick={() => zoomStep(1)} />
      <IconButton label={t('game:map.zoom_out')} hotkey="-" icon={<Minus />} onClick={() => zoomStep(-1)} />
      <IconButton label={t('game:map.centre')} hotkey="Home" icon={<Crosshair />} onClick={onCentre} />
      <IconButton label={t('game:map.fit')} icon={<Maximize />} onClick={fitCamera} />
    </fieldset>
  );
}
