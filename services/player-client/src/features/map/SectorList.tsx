import type { SortDirection } from '@sw/ui';
import { Button, formatAge, NumberCell, SortHeader, Table, TradeCode } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { useLocale } from '../../app/game-context.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../app/use-now.ts';
import type { ChartModel } from '../../sectors/chart-model.ts';
import { tradeCodeText, tradeSidesOfChart } from '../../sectors/trade-sides.ts';
import styles from './MapPage.module.css';
import type { Column, SectorRow } from './sector-rows.ts';
import { COLUMNS, sectorRows, sortRows } from './sector-rows.ts';
import type { GameMap } from './use-map.ts';
import type { MapActs } from './use-map-acts.ts';

const PAGE = 150;

export interface SectorListProps {
  readonly map: GameMap;
  readonly model: ChartModel;
  readonly acts: MapActs;
}

/** The chart as a table: everything the drawing shows, in an order of the reader's choice. */
export function SectorList({ map, model, acts }: SectorListProps): ReactElement {
  const t = useText();
  const [sort, setSort] = useState<{ readonly column: Column; readonly direction: SortDirection }>({
    column: 'hops',
    direction: 'ascending',
  });
  const [shown, setShown] = useState(PAGE);
  const rows = useMemo(() => sectorRows(model, map.me), [model, map.me]);
  const sorted = useMemo(() => sortRows(rows, sort.column, sort.direction === 'descending'), [rows, sort]);
  const by = (column: Column) => () =>
    setSort({
      column,
      direction: sort.column === column && sort.direction === 'ascending' ? 'descending' : 'ascending',
    });
  return (
    <div className={styles.list}>
      <Table caption={t('map:list_caption', { region: model.chart.region.title })}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <SortHeader
                key={column}
                sorted={sort.column === column ? sort.direction : null}
                onSort={by(column)}
                end={column === 'hops' || column === 'warps' || column === 'seen'}
              >
                {t(`map:column_${column}`)}
              </SortHeader>
            ))}
            <th scope="col">{t('map:column_trade')}</th>
            <th scope="col">{t('map:plot')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shown).map((row) => (
            <ListRow key={row.row} row={row} map={map} acts={acts} />
          ))}
        </tbody>
      </Table>
      {shown < sorted.length && (
        <Button variant="quiet" wide onClick={() => setShown(shown + PAGE)}>
          {t('map:list_more', { count: sorted.length - shown })}
        </Button>
      )}
    </div>
  );
}

function ListRow({
  row,
  map,
  acts,
}: {
  readonly row: SectorRow;
  readonly map: GameMap;
  readonly acts: MapActs;
}): ReactElement {
  const t = useText();
  const locale = useLocale();
  const nowMs = useNow();
  const sides = tradeSidesOfChart(row.tradeCode);
  const isSelected = map.selected === row.row;
  return (
    <tr aria-selected={isSelected} className={isSelected ? styles.chosen : undefined}>
      <th scope="row">
        <button type="button" className={styles.rowButton} onClick={() => acts.showRow(row.row)}>
          {`#${row.number}`}
        </button>
        {map.me === row.row && <span className="lo"> {t('map:here')}</span>}
      </th>
      <td>{row.name === null ? <span className="lo">–</span> : <bdi>{row.name}</bdi>}</td>
      <td>{t(`common:zone.${row.zone}`)}</td>
      <td>{t(`map:level_${row.level}`)}</td>
      <NumberCell>{row.hops ?? '–'}</NumberCell>
      <NumberCell>{row.warps}</NumberCell>
      <NumberCell>{row.seenAtMs === null ? '–' : formatAge(nowMs - row.seenAtMs, locale)}</NumberCell>
      <td>
        {sides === null || row.name === null ? null : (
          <TradeCode sides={sides} label={tradeCodeText(sides, t)} />
        )}
      </td>
      <td>
        {map.me !== row.row && (
          <Button
            size="small"
            variant="bare"
            aria-label={t('map:plot_to', { number: row.number })}
            onClick={() => acts.plotRow(row.row)}
          >
            {t('map:plot')}
          </Button>
        )}
      </td>
    </tr>
  );
}
