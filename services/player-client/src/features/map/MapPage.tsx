import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import { MapStage } from './MapStage.tsx';

/** P-05: the chart of known space, and courses over it. */
export function MapPage(): ReactElement {
  const t = useText();
  return <Screen title={t('game:screen.map')} hideTitle stage={<MapStage />} />;
}
