import type { ReactElement } from 'react';
import { sectorName } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import type { Hop } from '../../courses/course-store.ts';
import { turnsAlong } from '../../courses/course-store.ts';
import styles from './MapContext.module.css';
import type { GameMap } from './use-map.ts';

export interface RouteHopsProps {
  readonly map: GameMap;
  readonly hops: readonly Hop[];
  /** Hazards from here on are marked; null on a way of low risk. */
  readonly markedFrom: number | null;
}

/** The sectors of the course under each other with the turns spent on arriving there. */
export function RouteHops({ map, hops, markedFrom }: RouteHopsProps): ReactElement {
  const t = useText();
  const { sector, regionName, course } = map;
  const via = course?.via ?? [];
  const spent = turnsAlong(hops);
  return (
    <ol className={styles.hops} aria-label={t('map:hops')}>
      {sector !== undefined && (
        <li className={styles.here}>
          <span className="num">{`#${sector.number}`}</span>
          <span>
            <bdi>{sectorName(sector, sector.stations?.[0]?.name)}</bdi>
          </span>
          <span>{t('map:here')}</span>
        </li>
      )}
      {hops.map((hop, index) => (
        // A course over waypoints may pass a sector twice.
        <li key={`${spent[index]} ${hop.to}`} className={via.includes(hop.to) ? styles.stop : undefined}>
          <span className="num">{`#${hop.number}`}</span>
          <span className={styles.hopName}>
            <bdi>{sectorName(hop, map.stationOf(hop)) ?? t(`map:level_${hop.knownLevel}`)}</bdi>
            {hop.kind !== 'lane' && <span className="via"> {t(`common:warp_kind.${hop.kind}`)}</span>}
            {hop.regionName !== regionName && <span className="via"> {hop.regionName}</span>}
            {hop.hazard !== null && hop.hazard > 0 && (
              <span className={markedFrom !== null && hop.hazard >= markedFrom ? 'warn' : 'lo'}>
                {' '}
                {t('common:number.hazard', { level: hop.hazard })}
              </span>
            )}
          </span>
          <span className="num">{spent[index]}</span>
        </li>
      ))}
    </ol>
  );
}
