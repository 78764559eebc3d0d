import { formatAge, PanelNotice, Skeleton, VisuallyHidden } from '@sw/ui';
import type { ReactElement, Ref } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { SceneBoundary } from '../../scene/SceneBoundary.tsx';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { MapLegend } from './MapLegend.tsx';
import styles from './MapPage.module.css';
import { MapToolbar } from './MapToolbar.tsx';
import { MapTools } from './MapTools.tsx';
import { useMapStore } from './map-store.ts';
import { SectorList } from './SectorList.tsx';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

/** Three and the scene: loaded when somebody looks at the chart in space. */
const GalaxyView = lazy(async () => ({ default: (await import('./GalaxyView.tsx')).GalaxyView }));

const HOUR_MS = 3_600_000;
/** From this age on the chart of another region says so. */
const STALE_MS = 24 * HOUR_MS;

/** How long ago a chart was last added to; 0 where nothing of it was ever seen. */
function ageOf({ chart }: ChartModel, nowMs: number): number {
  const newest = chart.seenAt.reduce((most, hour) => Math.max(most, hour), 0);
  return newest === 0 ? 0 : Math.max(0, nowMs - newest * HOUR_MS);
}

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
  /** Whether the device can draw in space. */
  readonly has3d: boolean;
}

/** Toolbar, then the chart or the list. */
export function MapStage(props: MapStageProps): ReactElement {
  const { map, acts, overlayField, onSearch, has3d } = props;
  const t = useText();
  const { model, chartQuery } = map;
  const panel = usePanelState(chartQuery, t('game:screen.map'), 8);
  return (
    <>
      <MapToolbar map={map} overlayField={overlayField} onSearch={onSearch} has3d={has3d} />
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
        <ChartField {...props} model={model} stamp={panel.kind === 'stale' ? panel.stamp : null} />
      )}
      <VisuallyHidden>
        <p role="status">{selectionText(map, t)}</p>
      </VisuallyHidden>
    </>
  );
}

interface ChartFieldProps extends MapStageProps {
  readonly model: ChartModel;
  /** When the chart was last heard of, while nobody answers. */
  readonly stamp: string | null;
}

/** The drawn chart, flat or in space, with what stands on it. */
function ChartField({ map, model, acts, isPhone, has3d, stamp }: ChartFieldProps): ReactElement {
  const t = useText();
  const [isLost, setLost] = useState(false);
  const isInSpace = map.mode === '3d' && has3d;
  const giveUp = () => {
    setLost(true);
    useMapStore.getState().setMode('2d');
  };
  return (
    <div className={styles.chart}>
      {isInSpace ? (
        <SceneBoundary onFail={giveUp}>
          <Suspense fallback={<p className={styles.first}>{t('map:loading_3d')}</p>}>
            <GalaxyView map={map} model={model} acts={acts} onGiveUp={giveUp} />
          </Suspense>
        </SceneBoundary>
      ) : (
        <MapCanvas map={map} model={model} acts={acts} covered={isPhone ? PEEK_PX : 0} />
      )}
      <MapTools onCentre={acts.centreOnMe} isInSpace={isInSpace} />
      <ChartNotice map={map} model={model} stamp={stamp} isLost={isLost && !isInSpace} />
      {!isPhone && <MapLegend map={map} />}
    </div>
  );
}

interface ChartNoticeProps {
  readonly map: GameMap;
  readonly model: ChartModel;
  readonly stamp: string | null;
  readonly isLost: boolean;
}

/** The one thing to know about this chart: most urgent first. */
function ChartNotice({ map, model, stamp, isLost }: ChartNoticeProps): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow(STALE_MS / 24);
  const isElsewhere = map.sector !== undefined && map.sector.regionName !== map.regionName;
  const staleMs = isElsewhere ? ageOf(model, nowMs) : 0;
  const said = isLost
    ? t('map:no_3d')
    : (stamp ??
      (staleMs > STALE_MS
        ? t('map:stale', { age: formatAge(staleMs, locale) })
        : model.count <= FIRST_CHART
          ? t('map:first')
          : null));
  return said === null ? null : (
    <p className={styles.first} role="status">
      {said}
    </p>
  );
}

/** The selection in words, for whoever cannot see the chart. */
function selectionText({ model, selected, me }: GameMap, t: ReturnType<typeof useText>): string {
  if (model === null || selected === null || selected === me) return '';
  const level = model.levelAt(selected);
  return t('map:selection', {
    number: model.numberAt(selected),
    name: model.nameAt(selected) ?? '',
    level: t(`map:level_${level >= 3 ? 3 : level === 2 ? 2 : 1}`),
    count: model.neighbours(selected).length,
  });
}
