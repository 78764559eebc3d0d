import { logCategory } from '@sw/contracts';
import { Button, Panel } from '@sw/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useGame, useLocale } from '../../app/game-context.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { hasWords } from './filter-lines.ts';
import { LineFilter, LineList } from './LineList.tsx';
import { LoadMore } from './LoadMore.tsx';
import { recordCsv, recordLine } from './record-lines.ts';
import { recordQueries } from './record-queries.ts';
import { useFilterParams } from './use-filter-params.ts';

const CATEGORIES = ['all', ...logCategory.options] as const;

/** Everything that happened to the player, as the server keeps it. */
export function RecordLog(): ReactElement {
  const t = useText('log');
  const { api } = useGame();
  const locale = useLocale();
  const { text, pick } = useFilterParams();
  const kind = pick('kind', CATEGORIES);
  const query = useInfiniteQuery(recordQueries.events(api, kind === 'all' ? undefined : kind));
  const state = usePanelState(query, t('log:record.title'), 10);
  const shown = (query.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map((event) => recordLine(event, t, locale))
    .filter((line) => hasWords(line.text, text));
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
      <LineFilter
        choices={CATEGORIES}
        label={t('log:record.kind')}
        nameOf={(value) => t(`log:kind.${value}`)}
      >
        <Button
          variant="quiet"
          disabledReason={shown.length === 0 ? t('log:record.empty') : undefined}
          reasonPlacement="tip"
          onClick={save}
        >
          {t('log:record.csv')}
        </Button>
      </LineFilter>
      <Panel
        title={t('log:record.title')}
        note={t('log:record.count', { count: shown.length })}
        state={
          state.kind === 'ready' && shown.length === 0
            ? { kind: 'empty', text: t(text === '' ? 'log:record.empty' : 'log:record.not_found') }
            : state
        }
      >
        <LineList lines={shown} />
      </Panel>
      <LoadMore query={query} />
    </>
  );
}
