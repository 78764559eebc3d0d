import type { logCategory } from '@sw/contracts';
import { Button, Panel, RadioGroup, TextField } from '@sw/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { LogText } from '../../shell/LogText.tsx';
import styles from './LogPage.module.css';
import { MomentCell } from './MomentCell.tsx';
import { recordCsv, recordLine } from './record-lines.ts';
import { recordQueries } from './record-queries.ts';

type Category = (typeof logCategory)['options'][number];

const CATEGORIES: readonly (Category | 'all')[] = [
  'all',
  'movement',
  'trade',
  'combat',
  'colony',
  'team',
  'system',
];

const matches = (text: string, query: string): boolean =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));

/** Everything that happened to the player, as the server keeps it. */
export function RecordLog(): ReactElement {
  const t = useText('log');
  const { api } = useGame();
  const locale = useLocale();
  const [params, setParams] = useSearchParams();
  const text = params.get('q') ?? '';
  const kind = CATEGORIES.find((entry) => entry === params.get('kind')) ?? 'all';
  const query = useInfiniteQuery(recordQueries.events(api, kind === 'all' ? undefined : kind));
  const state = usePanelState(query, t('log:record.title'), 10);
  const lines = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map((event) => recordLine(event, t, locale));
  const shown = lines.filter((line) => matches(line.text, text));
  const change = (next: Record<string, string>) => {
    const merged = { q: text, kind, ...next };
    const kept = Object.entries(merged).filter(([, value]) => value !== '' && value !== 'all');
    setParams(Object.fromEntries(kept), { replace: true });
  };
  const save = () => {
    const head = [t('log:csv.at'), t('log:csv.kind'), t('log:csv.what')];
    const file = new Blob([recordCsv(shown, head)], { type: 'text/csv;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'sectorwars-log.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <div className={styles.tools}>
        <RadioGroup
          label={t('log:record.kind')}
          look="segments"
          value={kind}
          onChange={(value) => change({ kind: value })}
          options={CATEGORIES.map((value) => ({ value, label: t(`log:kind.${value}`) }))}
        />
        <TextField
          label={t('log:record.search')}
          className={styles.search}
          value={text}
          onChange={(q) => change({ q })}
        />
        <Button
          variant="quiet"
          disabledReason={shown.length === 0 ? t('log:record.empty') : undefined}
          reasonPlacement="tip"
          onClick={save}
        >
          {t('log:record.csv')}
        </Button>
      </div>
      <Panel
        title={t('log:record.title')}
        note={t('log:record.count', { count: shown.length })}
        state={
          state.kind === 'ready' && shown.length === 0
            ? { kind: 'empty', text: t(text === '' ? 'log:record.empty' : 'log:record.not_found') }
            : state
        }
      >
        <ol className={styles.lines}>
          {shown.map((line) => (
            <li key={line.id} data-tone={line.tone}>
              <MomentCell atMs={line.atMs} locale={locale} />
              <LogText text={line.text} />
            </li>
          ))}
        </ol>
      </Panel>
      {query.hasNextPage && (
        <div className={styles.more}>
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('log:record.more')}
          </Button>
        </div>
      )}
    </>
  );
}
