import { Panel, RadioGroup, Tabs, TextField } from '@sw/ui';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useStore } from 'zustand';
import { useGame, useLocale } from '../../app/game-context.ts';
import type { LogCategory } from '../../app/log-store.ts';
import { useText } from '../../app/text.ts';
import { LogText } from '../../shell/LogText.tsx';
import { Screen } from '../../shell/Screen.tsx';
import { filterLines } from './filter-lines.ts';
import { CreditLedger, TradeHistory, TurnLedger } from './Ledgers.tsx';
import styles from './LogPage.module.css';
import { MomentCell } from './MomentCell.tsx';
import { RecordLog } from './RecordLog.tsx';

type TabId = 'record' | 'session' | 'trades' | 'credits' | 'turns';

const TABS: readonly TabId[] = ['record', 'session', 'trades', 'credits', 'turns'];
const CATEGORIES: readonly (LogCategory | 'all')[] = ['all', 'movement', 'trade', 'people', 'system'];

/** P-26: what happened, ever and since the page was opened, and the books the server keeps. */
export function LogPage(): ReactElement {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((id) => id === params.get('tab')) ?? 'record';
  return (
    <Screen
      title={t('game:log.title')}
      stage={
        <Tabs<TabId>
          label={t('game:log.tabs')}
          tabs={TABS.map((id) => ({ id, label: t(`game:log.tab_${id}`) }))}
          selected={tab}
          onSelect={(id) => setParams(id === 'record' ? {} : { tab: id }, { replace: true })}
        >
          {tab === 'record' && <RecordLog />}
          {tab === 'session' && <SessionLog />}
          {tab === 'trades' && <TradeHistory />}
          {tab === 'credits' && <CreditLedger />}
          {tab === 'turns' && <TurnLedger />}
        </Tabs>
      }
    />
  );
}

function SessionLog(): ReactElement {
  const t = useText();
  const { log } = useGame();
  const locale = useLocale();
  const [params, setParams] = useSearchParams();
  const lines = useStore(log, (state) => state.lines);
  const query = params.get('q') ?? '';
  const category = CATEGORIES.find((entry) => entry === params.get('kind')) ?? 'all';
  const shown = filterLines(lines, category, query);
  const change = (next: Record<string, string>) => {
    const merged = { tab: 'session', q: query, kind: category, ...next };
    setParams(
      Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== '' && value !== 'all')),
      {
        replace: true,
      },
    );
  };
  return (
    <>
      <div className={styles.tools}>
        <RadioGroup
          label={t('game:log.category')}
          look="segments"
          value={category}
          onChange={(kind) => change({ kind })}
          options={CATEGORIES.map((value) => ({ value, label: t(`game:log.category_${value}`) }))}
        />
        <TextField
          label={t('game:log.search')}
          className={styles.search}
          value={query}
          onChange={(q) => change({ q })}
        />
      </div>
      <Panel
        title={t('game:log.tab_session')}
        note={t('game:log.count', { count: shown.length })}
        state={shown.length === 0 ? { kind: 'empty', text: t('game:log.empty') } : { kind: 'ready' }}
      >
        <ol className={styles.lines}>
          {[...shown].reverse().map((line) => (
            <li key={line.id} data-tone={line.tone}>
              <MomentCell atMs={line.atMs} locale={locale} />
              <LogText text={line.text} />
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
