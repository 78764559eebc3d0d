import {
  CommodityGlyph,
  formatCredits,
  formatInteger,
  isCommodityKey,
  Meter,
  NumberCell,
  Panel,
  Table,
} from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import styles from './Services.module.css';
import { serviceQueries } from './service-queries.ts';
import { useServiceText } from './service-text.ts';

/** What lies in the warehouse, and how full it is. */
export function WarehouseBook({ stationId }: { readonly stationId: string }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const locale = useLocale();
  const words = useServiceText();
  const query = useQuery(serviceQueries.warehouse(api, stationId));
  const state = usePanelState(query, t('services:warehouse.book'), 4);
  const warehouse = query.data ?? null;
  const items = warehouse?.items ?? [];
  const empty = t(warehouse === null ? 'services:warehouse.none' : 'services:warehouse.empty');
  return (
    <Panel
      title={t('services:warehouse.book')}
      note={
        warehouse === null
          ? undefined
          : t('services:warehouse.fill', {
              used: formatInteger(warehouse.used, locale),
              capacity: formatInteger(warehouse.capacity, locale),
            })
      }
      state={state.kind === 'ready' && items.length === 0 ? { kind: 'empty', text: empty } : state}
    >
      {warehouse !== null && (
        <div className={styles.fill}>
          <Meter
            value={warehouse.used}
            max={warehouse.capacity}
            label={t('services:warehouse.fill', { used: warehouse.used, capacity: warehouse.capacity })}
          />
        </div>
      )}
      <Table caption={t('services:warehouse.book')}>
        <thead>
          <tr>
            <th scope="col">{t('services:column.goods')}</th>
            <th scope="col" className="end">
              {t('services:column.units')}
            </th>
            <th scope="col" className="end">
              {t('services:column.cost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ commodity, quantity, avgCost }) => (
            <tr key={commodity}>
              <th scope="row">
                {isCommodityKey(commodity) && (
                  <CommodityGlyph commodity={commodity} className={styles.glyph} />
                )}
                {words.name(`goods.${commodity}`)}
              </th>
              <NumberCell>{formatInteger(quantity, locale)}</NumberCell>
              <NumberCell>{formatCredits(avgCost, locale)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
