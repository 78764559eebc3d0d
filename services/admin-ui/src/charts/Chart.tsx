import { useTranslation } from '@sw/i18n';
import type { PanelState } from '@sw/ui';
import { Button, NumberCell, Panel, Table } from '@sw/ui';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { saveFile, toCsv } from '../table/export-rows.ts';
import styles from './Chart.module.css';
import type { ChartData } from './chart-series.ts';
import { chartToken } from './chart-series.ts';
import type { ChartKind, DrawnChart } from './draw-chart.ts';

export interface ChartProps {
  readonly data: ChartData;
  readonly kind: ChartKind;
  /** Names the exported file. */
  readonly name: string;
  readonly state?: PanelState;
  readonly note?: ReactNode;
  readonly className?: string;
}

/**
 * A chart in a panel: picture or table, and the same numbers as CSV. Arrow keys walk along the axis. The
 * drawing library is loaded with the first chart.
 */
export function Chart({ data, kind, name, state, note, className }: ChartProps): ReactElement {
  const { t } = useTranslation('admin');
  const [isTable, setTable] = useState(false);
  return (
    <Panel
      title={data.title}
      {...(state === undefined ? {} : { state })}
      className={className}
      note={note}
      actions={
        <>
          <Button size="small" variant="bare" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {t('chart.table')}
          </Button>
          <Button
            size="small"
            variant="bare"
            onClick={() => saveFile(`${name}.csv`, 'text/csv', csvOf(data))}
          >
            {t('table.csv')}
          </Button>
        </>
      }
    >
      {isTable ? <ChartTable data={data} /> : <ChartPicture data={data} kind={kind} />}
    </Panel>
  );
}

function ChartPicture({ data, kind }: { data: ChartData; kind: ChartKind }): ReactElement {
  const { t } = useTranslation('admin');
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const theme = useTheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a canvas takes its colours when it is drawn, so another theme draws it again.
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let isGone = false;
    void import('./draw-chart.ts').then(({ drawChart }) => {
      if (!isGone) drawn.current = drawChart(element, kind, data);
    });
    return () => {
      isGone = true;
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [data, kind, theme]);

  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const last = data.labels.length - 1;
    const next = at === null ? (step === 1 ? 0 : last) : Math.min(last, Math.max(0, at + step));
    setAt(next);
    drawn.current?.point(next);
  };
  const leave = (): void => {
    setAt(null);
    drawn.current?.point(null);
  };

  return (
    <div className={styles.picture}>
      <ul className={styles.legend}>
        {data.series.map(({ id, label }, index) => (
          <li key={id}>
            <span style={{ background: `var(${chartToken(index)})` }} />
            {label}
          </li>
        ))}
      </ul>
      <div className={styles.frame}>
        <canvas
          ref={canvas}
          role="img"
          tabIndex={0}
          aria-label={data.title}
          onKeyDown={walk}
          onBlur={leave}
        />
      </div>
      <p className={styles.spoken} role="status">
        {at === null ? t('chart.hint') : spoken(data, at)}
      </p>
    </div>
  );
}

const spoken = (data: ChartData, at: number): string =>
  [
    data.labels[at] ?? '',
    ...data.series.map(({ label, values }) => {
      const value = values[at] ?? null;
      return `${label} ${value === null ? '–' : data.formatValue(value)}`;
    }),
  ].join(' · ');

function ChartTable({ data }: { data: ChartData }): ReactElement {
  return (
    <Table caption={data.title} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{data.labelTitle}</th>
          {data.series.map(({ id, label }) => (
            <th key={id} scope="col" className="end">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.labels.map((label, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {data.series.map(({ id, values }) => {
              const value = values[index] ?? null;
              return <NumberCell key={id}>{value === null ? '–' : data.formatValue(value)}</NumberCell>;
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const csvOf = (data: ChartData): string =>
  toCsv(
    [
      {
        id: 'label',
        title: data.labelTitle,
        cell: () => null,
        text: (row: number) => data.labels[row] ?? '',
      },
      ...data.series.map(({ id, label, values }) => ({
        id,
        title: label,
        cell: () => null,
        text: (row: number) => values[row] ?? null,
      })),
    ],
    data.labels.map((_, index) => index),
  );

/** The theme of the page, told anew when it is switched. */
function useTheme(): string {
  const [theme, setTheme] = useState(document.documentElement.dataset['theme'] ?? '');
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(document.documentElement.dataset['theme'] ?? ''));
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return theme;
}
