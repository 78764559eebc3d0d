import { useTranslation } from '@sw/i18n';
import { Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useLocale } from '../../app/console-context.ts';
import type { ChartProps } from '../../charts/Chart.tsx';
import { Chart } from '../../charts/Chart.tsx';
import { usePanelState } from '../../widgets/use-panel-state.ts';
import { flowsOf, linesOf } from './charts.ts';
import styles from './Operations.module.css';
import { useSeries } from './use-operations.ts';

export const RANGES = ['24h', '7d', '30d'] as const;
export type Range = (typeof RANGES)[number];
/** Slots in one bar: an hour, a day, a day. */
const BAR_SLOTS: Readonly<Record<Range, number>> = { '24h': 12, '7d': 24, '30d': 4 };
const NOTHING = { stepS: 300, slots: [], series: [] };
const PLAYERS = ['players.online', 'players.new'];
const FLOWS = ['credits.created:', 'credits.destroyed:'];

/** How many play, and where credits come from and go to. */
export function OperationsCharts({ range }: { readonly range: Range }): ReactElement {
  const { t } = useTranslation('operations');
  const locale = useLocale();
  const players = useSeries(PLAYERS, range);
  const flows = useSeries(FLOWS, range);
  const labelTitle = t('chart.time');
  const lines = useMemo(
    () =>
      linesOf(
        players.data ?? NOTHING,
        [
          { metric: 'players.online', label: t('chart.online') },
          { metric: 'players.new', label: t('chart.new') },
        ],
        { title: t('chart.players'), labelTitle, locale },
      ),
    [players.data, locale, t, labelTitle],
  );
  const bars = useMemo(
    () =>
      flowsOf(
        flows.data ?? NOTHING,
        BAR_SLOTS[range],
        (side, reason) => (reason === 'rest' ? t(`chart.rest.${side}`) : `${t(`chart.${side}`)} ${reason}`),
        { title: t('chart.flows'), labelTitle, locale },
      ),
    [flows.data, range, locale, t, labelTitle],
  );
  const playersState = usePanelState(players, lines.title, 6);
  const flowsState = usePanelState(flows, bars.title, 6);
  return (
    <>
      <Measured data={lines} kind="line" name="players" state={playersState} />
      <Measured data={bars} kind="stacked" name="credits" state={flowsState} />
    </>
  );
}

/** A chart, or the word that there is nothing to draw yet: axes without a line look like an answer. */
function Measured(props: ChartProps): ReactElement {
  const { t } = useTranslation('operations');
  const hasValue = props.data.series.some(({ values }) => values.some((value) => value !== null));
  if (hasValue || (props.state?.kind !== 'ready' && props.state?.kind !== 'refetching'))
    return <Chart {...props} />;
  return (
    <Panel title={props.data.title}>
      <p className={styles.unmeasured}>{t('chart.unmeasured')}</p>
    </Panel>
  );
}
