import { useMemo } from 'react';
import { useText } from '../../app/text.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { sectorNumberOf } from '../../sectors/chart-model.ts';
import type { ChartMarks } from './chart-scene.ts';
import { courseRows } from './course-rows.ts';
import type { GameMap } from './use-map.ts';

/** What a drawn chart shows of the map. */
export type ShownMap = Pick<
  GameMap,
  | 'overlay'
  | 'looks'
  | 'prices'
  | 'me'
  | 'selected'
  | 'avoided'
  | 'bookmarks'
  | 'noted'
  | 'course'
  | 'regionName'
>;

const NOTHING = new Uint8Array(0);
const NO_LOOKS = { tone: NOTHING, shape: NOTHING, size: NOTHING, alpha: NOTHING };

/** Everything the player has chosen on a chart, for both ways of drawing it. */
export function useChartMarks(map: ShownMap, model: ChartModel, hovered: number | null): ChartMarks {
  const t = useText();
  const { overlay, looks, prices, me, selected, avoided, bookmarks, noted, course } = map;
  const zoneNames = useMemo(
    () => ({
      federation: t('common:zone.federation'),
      border: t('common:zone.border'),
      frontier: t('common:zone.frontier'),
      expanse: t('common:zone.expanse'),
    }),
    [t],
  );
  const rows = useMemo(() => courseRows(model, course), [model, course]);
  const waypoints = useMemo(
    () => (course?.via ?? []).flatMap((id) => model.rowOf(sectorNumberOf(model.chart, id)) ?? []),
    [model, course],
  );
  return useMemo<ChartMarks>(
    () => ({
      overlay,
      looks: looks ?? NO_LOOKS,
      prices,
      me,
      selected,
      hovered: hovered !== null && hovered < model.count ? hovered : null,
      avoided,
      waypoints,
      bookmarks,
      noted,
      course: rows,
      zoneNames,
    }),
    [
      overlay,
      looks,
      prices,
      me,
      selected,
      hovered,
      avoided,
      waypoints,
      bookmarks,
      noted,
      model,
      rows,
      zoneNames,
    ],
  );
}
