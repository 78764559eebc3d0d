import type { PanelState } from '@sw/ui';
import { KeyCap, ObjectGlyph, Panel, ShipGlyph } from '@sw/ui';
import { clsx } from 'clsx';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../app/text.ts';
import { StationMargin } from '../../prices/StationMargin.tsx';
import { stationClassName } from '../../sectors/scene-view.ts';
import type { SectorView } from '../../sectors/warp-list.ts';
import { HelpMark } from '../../shell/HelpMark.tsx';
import styles from './Decks.module.css';
import type { Selection } from './selection-store.ts';

export interface HerePanelProps {
  readonly state: PanelState;
  readonly sector: SectorView | undefined;
  readonly dockedAt: string | null;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  /** Said when the sector is empty: the nearest useful thing and how to get there. */
  readonly empty: ReactNode;
  readonly phone?: boolean;
}

/** What lies in the sector: stations first, then planets. */
export function HerePanel(props: HerePanelProps): ReactElement {
  const t = useText();
  const { state, sector, empty, phone = false } = props;
  const stations = sector?.stations ?? [];
  const planets = sector?.planets ?? [];
  const adrift = sector?.adrift ?? [];
  const count = stations.length + planets.length + adrift.length;
  const isEmpty = sector !== undefined && count === 0;
  const list = isEmpty ? (
    <div className={styles.emptyHere}>{empty}</div>
  ) : (
    <ul className={clsx(phone && styles.phoneList)}>
      {stations.map((station, index) => (
        <li key={station.id}>
          <ObjectRow
            {...props}
            selected={{ kind: 'station', id: station.id }}
            hotkey={index === 0 ? 'P' : null}
            icon="station"
            name={station.name}
            note={
              props.dockedAt === station.id
                ? t('game:here.docked_here')
                : t('game:here.station_note', { class: stationClassName(station.stationClass, t) })
            }
            end={<StationMargin stationId={station.id} />}
          />
        </li>
      ))}
      {adrift.map(({ id, kind, name, shipType }) => (
        <li key={id}>
          <Link className={clsx(styles.object, phone && styles.phoneObject)} to="/game/ships">
            <span />
            {kind === 'wreck' ? <ObjectGlyph kind="wreck" /> : <ShipGlyph type={shipType} />}
            <span className={styles.two}>
              <bdi className={styles.first}>{name}</bdi>
              <span className={styles.second}>{t(`game:here.${kind}`)}</span>
            </span>
          </Link>
        </li>
      ))}
      {planets.map((planet) => (
        <li key={planet.id}>
          <ObjectRow
            {...props}
            selected={{ kind: 'planet', id: planet.id }}
            hotkey={null}
            icon="planet"
            name={planet.name}
            note={t('game:planet_note', {
              type: t(`common:planet_type.${planet.type}`),
              habitability: planet.habitability,
            })}
            end={planet.isHomeWorld ? t('game:here.home_world') : null}
          />
        </li>
      ))}
    </ul>
  );
  if (phone) return list;
  return (
    <Panel
      title={t('game:here.title')}
      note={
        <>
          {count} <HelpMark topic="stations" about={t('game:here.title')} />
        </>
      }
      state={state}
      scroll
    >
      {list}
    </Panel>
  );
}

interface ObjectRowProps {
  readonly selected: Selection;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection) => void;
  readonly hotkey: string | null;
  readonly icon: 'station' | 'planet';
  readonly name: string;
  readonly note: string;
  readonly end: ReactNode;
  readonly phone?: boolean;
}

function ObjectRow(props: ObjectRowProps): ReactElement {
  const { selected, selection, onSelect, hotkey, icon, name, note, end, phone = false } = props;
  const isSelected = selection?.kind === selected.kind && selection.id === selected.id;
  return (
    <button
      type="button"
      className={clsx(styles.object, phone && styles.phoneObject)}
      aria-pressed={isSelected}
      data-guide={selected.kind === 'station' ? 'station' : undefined}
      onClick={() => onSelect(selected)}
    >
      {hotkey === null || phone ? <span /> : <KeyCap>{hotkey}</KeyCap>}
      <ObjectGlyph kind={icon} />
      <span className={styles.two}>
        <bdi className={styles.first}>{name}</bdi>
        <span className={styles.second}>{note}</span>
      </span>
      <span className={styles.end}>{end}</span>
    </button>
  );
}
