import { Button, formatAge, KeyCap, Skeleton, TradeCode } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { gameQueries } from '../../app/game-queries.ts';
import { sectorName } from '../../app/sector-name.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import { PriceSummary } from '../../prices/PriceSummary.tsx';
import { stationClassName } from '../../sectors/scene-view.ts';
import { tradeCodeText, tradeSidesOf } from '../../sectors/trade-sides.ts';
import type { SectorView } from '../../sectors/warp-list.ts';
import { ArrivalAct } from './ArrivalAct.tsx';
import styles from './MapContext.module.css';
import { SectorMarks } from './SectorMarks.tsx';
import { SectorWarps } from './SectorWarps.tsx';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

export interface SelectedSectorProps {
  readonly map: GameMap;
  readonly acts: MapActs;
  /** False where plot and avoid stand elsewhere. */
  readonly hasActs?: boolean;
}

/** The selected sector as far as it is known, else the one the ship is in. */
export function SelectedSector({ map, acts, hasActs = true }: SelectedSectorProps): ReactElement | null {
  const t = useText();
  const { api } = useGame();
  const { selectedId, isChosen, model, selected, me } = map;
  const { data: sector } = useQuery({
    ...gameQueries.sectorById(api, selectedId ?? 0),
    enabled: selectedId !== null,
  });
  if (model === null) return null;
  if (selected === null)
    return (
      <section className={styles.section}>
        <p className={styles.about}>{t('map:nothing_selected')}</p>
      </section>
    );
  return (
    <section className={styles.section} aria-labelledby="map-selected">
      <p className={styles.kicker}>
        <span>{t(isChosen && selected !== me ? 'map:selected' : 'map:you_are_here')}</span>
        {sector !== undefined && <Seen sector={sector} />}
      </p>
      <h2 id="map-selected" className={styles.subject}>
        <b className="num">{`#${model.numberAt(selected)}`}</b>{' '}
        <bdi>
          {sectorName(
            { number: model.numberAt(selected), name: sector?.name ?? null },
            model.nameAt(selected),
          )}
        </bdi>
      </h2>
      {hasActs && (selected === me ? <ArrivalAct map={map} /> : <SectorActs map={map} acts={acts} />)}
      {sector === undefined ? (
        <Skeleton rows={3} label="" />
      ) : (
        <SectorFacts sector={sector} acts={acts} map={map} />
      )}
    </section>
  );
}

function Seen({ sector }: { readonly sector: SectorView }): ReactElement | null {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  if (sector.live) return <span className="gain">{t('map:live')}</span>;
  if (sector.seenAt === null) return <span>{t('map:never_seen')}</span>;
  return (
    <span className="num">
      {t('common:age.seen', { age: formatAge(nowMs - Date.parse(sector.seenAt), locale) })}
    </span>
  );
}

/** Plot and avoid; the plot is the next act where no course is on the chart yet. */
export function SectorActs({ map, acts }: SelectedSectorProps): ReactElement {
  const t = useText();
  const { course, selectedId, avoid, running, flight } = map;
  const isTarget = course?.hops.at(-1)?.to === selectedId;
  const isStop = selectedId !== null && course?.via.includes(selectedId) === true;
  const isAvoided = selectedId !== null && avoid.includes(selectedId);
  return (
    <div className={styles.acts}>
      {!isTarget && (
        <Button
          variant={course === null ? 'next' : 'plain'}
          size={course === null ? 'large' : 'regular'}
          hotkey="Enter"
          pending={running !== null || flight.isFlying}
          onClick={acts.plotSelected}
        >
          {t('map:plot')}
        </Button>
      )}
      {course !== null && !isTarget && (
        <Button variant="quiet" hotkey="W" aria-pressed={isStop} onClick={acts.toggleWaypoint}>
          {t(isStop ? 'map:waypoint_off' : 'map:waypoint')}
        </Button>
      )}
      <Button variant="quiet" hotkey="V" aria-pressed={isAvoided} onClick={() => void acts.avoidSelected()}>
        {t(isAvoided ? 'map:unavoid' : 'map:avoid')}
      </Button>
    </div>
  );
}

function SectorFacts({
  sector,
  acts,
  map,
}: SelectedSectorProps & { readonly sector: SectorView }): ReactElement {
  const t = useText();
  const words = [
    t(`common:zone.${sector.zone}`),
    t(`common:security.${sector.security}`),
    ...(sector.type === null ? [] : [t(`common:sector_type.${sector.type}`)]),
  ];
  return (
    <>
      <p className={styles.about}>
        {words.join(', ')}
        {sector.hazard !== null && sector.hazard > 0 && (
          <>
            {', '}
            <span className="warn">{t('common:number.hazard', { level: sector.hazard })}</span>
          </>
        )}
        {sector.type === null && <> {t('map:charted_only')}</>}
      </p>
      {(sector.stations ?? []).map((station) => {
        const sides = tradeSidesOf(station.tradeCode);
        return (
          <div key={station.id} className={styles.station}>
            <p className={styles.stationName}>
              <Link to={`/game/station/${station.id}`}>
                <bdi>{station.name}</bdi>
              </Link>
              <span className="lo">{stationClassName(station.stationClass, t)}</span>
              <TradeCode sides={sides} label={tradeCodeText(sides, t)} />
            </p>
            <PriceSummary stationId={station.id} />
          </div>
        );
      })}
      {(sector.planets ?? []).map((planet) => (
        <p key={planet.id} className={styles.planet}>
          <bdi>{planet.name}</bdi>{' '}
          <span className="lo">
            {t('game:planet_note', {
              type: t(`common:planet_type.${planet.type}`),
              habitability: planet.habitability,
            })}
          </span>
        </p>
      ))}
      <SectorMarks map={map} acts={acts} />
      <SectorWarps sector={sector} map={map} acts={acts} />
      <p className={styles.hint}>
        <KeyCap>{'['}</KeyCap> <KeyCap>{']'}</KeyCap> {t('map:warps_hint')}
      </p>
    </>
  );
}
