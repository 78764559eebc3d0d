import type { ReactElement } from 'react';
import { useText } from '../../app/text.ts';
import type { SectorView } from '../../sectors/warp-list.ts';
import { warpRows } from '../../sectors/warp-list.ts';
import styles from './MapContext.module.css';
import { joinedRows } from './step-selection.ts';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

export interface SectorWarpsProps {
  readonly sector: SectorView;
  readonly map: GameMap;
  readonly acts: MapActs;
}

interface Neighbour {
  readonly key: string;
  readonly number: number;
  readonly note: string;
  readonly row: number | null;
}

/** Where one can go from the selected sector; each neighbour on the chart can be selected. */
export function SectorWarps({
  sector,
  map: { model, selected, regionName },
  acts,
}: SectorWarpsProps): ReactElement | null {
  const t = useText();
  if (model === null || selected === null) return null;
  // Warps are told live or from a visit; before that, the chart knows at least what leads here.
  const rows: readonly Neighbour[] =
    sector.warps === null
      ? joinedRows(model, selected).map((row) => ({
          key: String(row),
          number: model.numberAt(row),
          note: '',
          row,
        }))
      : warpRows(sector).map(({ id, option }) => ({
          key: id,
          number: option.number,
          note: [
            ...(option.kind === 'lane' ? [] : [t(`common:warp_kind.${option.kind}`)]),
            ...(option.oneWay ? [t('game:warps.one_way')] : []),
          ].join(', '),
          row: option.regionName === regionName ? model.rowOf(option.number) : null,
        }));
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.small}>{t('map:warps', { count: rows.length })}</h3>
      <ul className={styles.warps}>
        {rows.map(({ key, number, note, row }) => (
          <li key={key}>
            <button
              type="button"
              aria-disabled={row === null || undefined}
              onClick={() => {
                if (row !== null) acts.goToRow(row);
              }}
            >
              <span className="num">{`#${number}`}</span>
              {note !== '' && <small>{note}</small>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
