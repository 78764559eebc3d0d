import type { SheetSnap } from '@sw/ui';
import { Sheet } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { sectorName } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { turnsAlong } from '../../courses/course-store.ts';
import { ArrivalAct } from './ArrivalAct.tsx';
import styles from './MapContext.module.css';
import { MapLegend } from './MapLegend.tsx';
import { EngageButton, RoutePanel } from './RoutePanel.tsx';
import { SectorActs, SelectedSector } from './SelectedSector.tsx';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

export interface MapSheetProps {
  readonly map: GameMap;
  readonly acts: MapActs;
}

/** The bottom sheet of a phone: what is selected and the next act, the rest when it is drawn up. */
export function MapSheet({ map, acts }: MapSheetProps): ReactElement {
  const t = useText();
  const [snap, setSnap] = useState<SheetSnap>('peek');
  const { model, selected, me, course } = map;
  const end = course?.hops.at(-1);
  const turns = course === null ? 0 : (turnsAlong(course.hops).at(-1) ?? 0);
  const isOther = end === undefined || (selected !== me && end.to !== map.selectedId);
  return (
    <div className={styles.sheet}>
      <Sheet
        label={t('map:context')}
        snap={snap}
        onSnap={setSnap}
        handleLabel={t(snap === 'full' ? 'map:sheet_less' : 'map:sheet_more')}
        peek={
          <div className={styles.peek}>
            <p className={styles.subject}>
              {end !== undefined && !isOther ? (
                <>
                  <b className="num">{`#${end.number}`}</b> <bdi>{sectorName(end, map.stationOf(end))}</bdi>
                  <small>{t('game:cockpit.course_about', { hops: course?.hops.length ?? 0, turns })}</small>
                </>
              ) : (
                model !== null &&
                selected !== null && (
                  <>
                    <b className="num">{`#${model.numberAt(selected)}`}</b>{' '}
                    <bdi>{model.nameAt(selected) ?? ''}</bdi>
                    <small>{t(selected === me ? 'map:you_are_here' : 'map:selected')}</small>
                  </>
                )
              )}
            </p>
            {isOther && selected !== me ? (
              <SectorActs map={map} acts={acts} />
            ) : end === undefined ? (
              <ArrivalAct map={map} />
            ) : (
              <EngageButton map={map} acts={acts} turns={turns} />
            )}
          </div>
        }
      >
        <RoutePanel map={map} acts={acts} hasEngage={false} />
        <SelectedSector map={map} acts={acts} hasActs={false} />
        {map.mode !== 'list' && <MapLegend map={map} />}
      </Sheet>
    </div>
  );
}
