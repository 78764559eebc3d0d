import { PanelNotice, Skeleton, VisuallyHidden } from '@sw/ui';
import type { ReactElement, Ref } from 'react';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapLegend } from './MapLegend.tsx';
import styles from './MapPage.module.css';
import { MapToolbar } from './MapToolbar.tsx';
import { MapTools } from './MapTools.tsx';
import { SectorList } from './SectorList.tsx';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

/** A chart this small has not been explored yet: it says how one explores. */
const FIRST_CHART = 12;
/** What the drawn-in sheet of a phone covers of the chart. */
const PEEK_PX = 134;

export interface MapStageProps {
  readonly map: GameMap;
  readonly acts: MapActs;
  readonly isPhone: boolean;
  readonly overlayField: Ref<HTMLSelectElement>;
  readonly onSearch: () => void;
}

/** Toolbar, then the chart or the list. */
export function MapStage({ map, acts, isPhone, overlayField, onSearch }: MapStageProps): ReactElement {
  const t = useText();
  const { model, chartQuery } = map;
  const panel = usePanelState(chartQuery, t('game:screen.map'), 8);
  return (
    <>
      <MapToolbar map={map} overlayField={overlayField} onSearch={onSearch} />
      {model === null ? (
        <div className={styles.waiting}>
          {panel.kind === 'error' ? (
            <PanelNotice state={panel} />
          ) : (
            <Skeleton rows={8} label={panel.kind === 'loading' ? panel.label : ''} />
          )}
        </div>
      ) : map.mode === 'list' ? (
        <SectorList map={map} model={model} acts={acts} />
      ) : (
        <div className={styles.chart}>
          <MapCanvas map={map} model={model} acts={acts} covered={isPhone ? PEEK_PX : 0} />
          <MapTools onCentre={acts.centreOnMe} />
          {model.count <= FIRST_CHART && <p className={styles.first}>{t('game:map.first')}</p>}
          {panel.kind === 'stale' && <p className={styles.first}>{panel.stamp}</p>}
          {!isPhone && <MapLegend overlay={map.overlay} prices={map.prices} />}
        </div>
      )}
      <VisuallyHidden>
        <p role="status">{selectionText(map, t)}</p>
      </VisuallyHidden>
    </>
  );
}

/** The selection in words, for whoever cannot see the chart. */
function selectionText({ model, selected, me }: GameMap, t: ReturnType<typeof useText>): string {
  if (model === null || selected === null || selected === me) return '';
  const level = model.levelAt(selected);
  return t('game:map.selection', {
    number: model.numberAt(selected),
    name: model.nameAt(selected) ?? '',
    level: t(`game:map.level_${level >= 3 ? 3 : level === 2 ? 2 : 1}`),
    count: model.neighbours(selected).length,
  });
}
