import { Tabs } from '@sw/ui';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useText } from '../../app/text.ts';
import { Screen } from '../../shell/Screen.tsx';
import { AlertList } from '../price-alerts/index.ts';
import { RouteFinder } from '../trade-routes/index.ts';
import { PriceBookPanel } from './PriceBookPanel.tsx';

const TABS = ['prices', 'routes', 'alerts'] as const;
type TabId = (typeof TABS)[number];

/** P-10, the computer: every price one knows, the routes that follow from them, and the prices one waits for. */
export function ComputerPage(): ReactElement {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const tab: TabId = TABS.find((id) => id === params.get('tab')) ?? 'prices';
  return (
    <Screen
      title={t('trade:computer.title')}
      help="prices"
      stage={
        <Tabs
          label={t('trade:computer.title')}
          tabs={TABS.map((id) => ({ id, label: t(`trade:computer.${id}`) }))}
          selected={tab}
          onSelect={(id) => setParams(id === 'prices' ? {} : { tab: id }, { replace: true })}
        >
          {tab === 'prices' && <PriceBookPanel />}
          {tab === 'routes' && <RouteFinder />}
          {tab === 'alerts' && <AlertList />}
        </Tabs>
      }
    />
  );
}
