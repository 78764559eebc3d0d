import { useTranslation } from '@sw/i18n';
import { formatClock, Panel, Select } from '@sw/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useLocale } from '../../app/console-context.ts';
import { PageHead } from '../../widgets/PageHead.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import { valuesOf } from './charts.ts';
import { FeedPanel } from './FeedPanel.tsx';
import { NeedsYouPanel } from './NeedsYouPanel.tsx';
import styles from './Operations.module.css';
import type { Range } from './OperationsCharts.tsx';
import { OperationsCharts, RANGES } from './OperationsCharts.tsx';
import { StatTile } from './StatTile.tsx';
import { tilesOf } from './tiles.ts';
import { useOverview, useSeries } from './use-operations.ts';

const COURSES = [
  'players.online',
  'players.new',
  'http.requests',
  'http.p95_ms',
  'http.error_ppm',
  'sockets.players',
  'database.bytes',
  'credits.created',
];

/** the whole installation at a glance, and what waits for somebody. */
export function OperationsPage(): ReactElement {
  const { t } = useTranslation('operations');
  const locale = useLocale();
  const [range, setRange] = useState<Range>('24h');
  const query = useOverview();
  const courses = useSeries(COURSES, '24h');
  const overview = query.data;
  const title = t('figures');
  const state = usePanelState(query, title, 4);
  return (
    <>
      <PageHead
        title={t('title')}
        note={
          overview === undefined
            ? undefined
            : t('as_of', { time: formatClock(Date.parse(overview.at), locale, { seconds: true }) })
        }
      >
        <Select
          label={t('chart.range')}
          value={range}
          onChange={setRange}
          options={RANGES.map((value) => ({ value, label: t(`chart.range_${value}`) }))}
        />
      </PageHead>
      <Panel title={title} state={state} className={styles.figures}>
        <ul className={styles.tiles}>
          {(overview === undefined ? [] : tilesOf(overview)).map((tile) => (
            <StatTile
              key={tile.id}
              tile={tile}
              course={tile.metric === undefined ? [] : valuesOf(courses.data, tile.metric)}
            />
          ))}
        </ul>
      </Panel>
      <div className={styles.grid}>
        <div className={styles.column}>
          <NeedsYouPanel overview={overview} state={state} />
          <FeedPanel />
        </div>
        <div className={styles.column}>
          <OperationsCharts range={range} />
        </div>
      </div>
    </>
  );
}
