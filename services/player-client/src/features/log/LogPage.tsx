import { Tabs } from '@sw/ui';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import { CreditLedger } from './CreditLedger.tsx';
import { RecordLog } from './RecordLog.tsx';
import { SessionLog } from './SessionLog.tsx';
import { TradeHistory } from './TradeHistory.tsx';
import { TurnLedger } from './TurnLedger.tsx';

type TabId = 'record' | 'session' | 'trades' | 'credits' | 'turns';

const TABS: readonly TabId[] = ['record', 'session', 'trades', 'credits', 'turns'];

/** P-26: what happened, ever and since the page was opened, and the books the server keeps. */
export function LogPage(): ReactElement {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((id) => id === params.get('tab')) ?? 'record';
  return (
    <Screen
      title={t('game:log.title')}
      help="log"
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
