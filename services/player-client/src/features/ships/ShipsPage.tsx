import { Panel, Tabs } from '@sw/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useGame } from '../../app/game-context.ts';
import { usePlayerState } from '../../app/game-queries.ts';
import { usePanelState } from '../../app/panel-states.ts';
import { useText } from '../../app/text.ts';
import { useIsPhone } from '../../app/use-media.ts';
import { Screen } from '../../shell/Screen.tsx';
import { TodaySection } from '../navigation/index.ts';
import { CargoTab } from './CargoTab.tsx';
import { DerelictsPanel } from './DerelictsPanel.tsx';
import { EquipmentTab } from './EquipmentTab.tsx';
import { FleetTable } from './FleetTable.tsx';
import { FusePanel } from './FusePanel.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { InsuranceTab } from './InsuranceTab.tsx';
import { MaintenanceTab } from './MaintenanceTab.tsx';
import { OverviewTab } from './OverviewTab.tsx';
import { PilotPanel } from './PilotPanel.tsx';
import { PodPanel } from './PodPanel.tsx';
import { ShipHead } from './ShipHead.tsx';
import styles from './Ships.module.css';
import type { OwnShip } from './ship-queries.ts';
import { shipQueries } from './ship-queries.ts';
import { UpgradesTab } from './UpgradesTab.tsx';
import { WrecksPanel } from './WrecksPanel.tsx';

const TABS = ['overview', 'cargo', 'upgrades', 'equipment', 'insurance', 'maintenance', 'history'] as const;
type TabId = (typeof TABS)[number];

/** In an address: the ship one flies. */
const ACTIVE = 'active';

/** P-12: all one's ships, and everything of one of them. On a phone the list leads to the ship. */
export function ShipsPage(): ReactElement {
  const t = useText();
  const { id, tab } = useParams();
  const { api } = useGame();
  const isPhone = useIsPhone();
  const { data: state } = usePlayerState();
  const query = useQuery(shipQueries.fleet(api));
  const panel = usePanelState(query, t('ships:title'), 6);
  const fleet = query.data;
  const active = fleet?.items.find(({ isActive }) => isActive)?.id;
  const asked = id === undefined || id === ACTIVE ? active : id;
  const showsList = !isPhone || id === undefined;
  const showsShip = !isPhone || id !== undefined;
  return (
    <Screen
      title={t('ships:title')}
      help="ships"
      contextLabel={t('game:ship.pilot')}
      context={
        state === undefined ? null : (
          <>
            <PilotPanel state={state} />
            <TodaySection credits={state.credits} />
          </>
        )
      }
      stage={
        <div className={styles.page}>
          {fleet?.pod != null && <PodPanel pod={fleet.pod} />}
          {showsList && (
            <>
              <Panel
                title={t('ships:fleet')}
                note={
                  fleet === undefined ? undefined : t('ships:slots', { used: fleet.used, max: fleet.max })
                }
                state={panel}
              >
                {fleet !== undefined && <FleetTable ships={fleet.items} selected={asked ?? null} />}
              </Panel>
              {fleet !== undefined && fleet.derelicts.length > 0 && (
                <DerelictsPanel derelicts={fleet.derelicts} />
              )}
              <WrecksPanel />
            </>
          )}
          {isPhone && id !== undefined && (
            <Link className={styles.back} to="/game/ships">
              {t('ships:all')}
            </Link>
          )}
          {showsShip && asked !== undefined && <ShipDetail shipId={asked} tab={tabOf(tab)} />}
        </div>
      }
    />
  );
}

const tabOf = (tab: string | undefined): TabId => TABS.find((known) => known === tab) ?? 'overview';

function ShipDetail({ shipId, tab }: { readonly shipId: string; readonly tab: TabId }): ReactElement {
  const t = useText();
  const { api } = useGame();
  const navigate = useNavigate();
  const query = useQuery(shipQueries.ship(api, shipId));
  const state = usePanelState(query, t('ships:title'), 8);
  const ship = query.data?.own ?? null;
  if (ship === null) {
    const settled =
      query.data === undefined ? state : ({ kind: 'empty', text: t('ships:not_yours') } as const);
    return <Panel title={t('ships:title')} state={settled} />;
  }
  return (
    <section aria-labelledby="ship-name">
      <ShipHead ship={ship} />
      {ship.fuseAt !== null && <FusePanel ship={ship} fuseAt={ship.fuseAt} />}
      <Tabs
        label={t('ships:tabs')}
        tabs={TABS.map((known) => ({ id: known, label: t(`ships:tab.${known}`) }))}
        selected={tab}
        onSelect={(chosen) => void navigate(`/game/ships/${shipId}/${chosen}`, { replace: true })}
        className={styles.tabs}
      >
        <TabBody ship={ship} tab={tab} />
      </Tabs>
    </section>
  );
}

function TabBody({ ship, tab }: { readonly ship: OwnShip; readonly tab: TabId }): ReactElement {
  switch (tab) {
    case 'overview':
      return <OverviewTab ship={ship} />;
    case 'cargo':
      return <CargoTab key={ship.id} ship={ship} />;
    case 'upgrades':
      return <UpgradesTab shipId={ship.id} />;
    case 'equipment':
      return <EquipmentTab shipId={ship.id} />;
    case 'insurance':
      return <InsuranceTab shipId={ship.id} />;
    case 'maintenance':
      return <MaintenanceTab ship={ship} />;
    case 'history':
      return <HistoryTab registration={ship.registration} type={ship.type} />;
  }
}
