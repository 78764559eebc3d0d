import { Panel } from '@sw/ui';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { useGame } from '../../app/game-context.ts';
import type { LogCategory } from '../../app/log-store.ts';
import { useText } from '../../app/text.ts';
import { filterLines } from './filter-lines.ts';
import { LineFilter, LineList } from './LineList.tsx';
import { useFilterParams } from './use-filter-params.ts';

const CATEGORIES = ['all', 'movement', 'trade', 'people', 'system'] as const satisfies readonly (
  | LogCategory
  | 'all'
)[];

/** What was told since the page was opened. */
export function SessionLog(): ReactElement {
  const t = useText();
  const { log } = useGame();
  const lines = useStore(log, (state) => state.lines);
  const { text, pick } = useFilterParams();
  const shown = filterLines(lines, pick('kind', CATEGORIES), text);
  return (
    <>
      <LineFilter
        choices={CATEGORIES}
        label={t('game:log.category')}
        nameOf={(value) => t(`game:log.category_${value}`)}
      />
      <Panel
        title={t('game:log.tab_session')}
        note={t('game:log.count', { count: shown.length })}
        state={shown.length === 0 ? { kind: 'empty', text: t('game:log.empty') } : { kind: 'ready' }}
      >
        <LineList lines={[...shown].reverse()} />
      </Panel>
    </>
  );
}
