import type { LucideIcon } from 'lucide-react';
import { Compass, Ellipsis, Map as MapIcon, MessageSquare, Store } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { useText } from '../app/text.ts';
import styles from './BottomTabs.module.css';
import type { ScreenId } from './screens.ts';
import { pathOf, screenAt } from './screens.ts';

export interface BottomTabsProps {
  readonly stationId: string | null;
  readonly unread: number;
}

interface TabLink {
  readonly id: 'fly' | 'trade' | 'map' | 'comms' | 'more';
  /** The screen it leads to, as the guide calls it. */
  readonly guide?: string;
  readonly icon: LucideIcon;
  readonly to: string;
}

/** Screens with a tab of their own; the others are behind the last one. */
const TAB_OF_SCREEN: Partial<Record<ScreenId, TabLink['id']>> = {
  cockpit: 'fly',
  market: 'trade',
  map: 'map',
  comms: 'comms',
};

/** The five places of the phone, under the thumb. */
export function BottomTabs({ stationId, unread }: BottomTabsProps): ReactElement {
  const t = useText();
  const screen = screenAt(useLocation().pathname);
  const current = (screen === null ? undefined : TAB_OF_SCREEN[screen]) ?? 'more';
  const tabs: readonly TabLink[] = [
    { id: 'fly', icon: Compass, to: '/game', guide: 'rail-cockpit' },
    { id: 'trade', icon: Store, to: pathOf('market', stationId), guide: 'rail-market' },
    { id: 'map', icon: MapIcon, to: '/game/map', guide: 'rail-map' },
    { id: 'comms', icon: MessageSquare, to: '/game/comms' },
    { id: 'more', icon: Ellipsis, to: '/game/more' },
  ];
  return (
    <nav className={styles.tabs} aria-label={t('game:rail.label')} id="rail" tabIndex={-1}>
      {tabs.map(({ id, icon: Icon, to, guide }) => (
        <Link key={id} to={to} aria-current={id === current ? 'page' : undefined} data-guide={guide}>
          <Icon aria-hidden="true" />
          {t(`game:tab.${id}`)}
          {id === 'comms' && unread > 0 && <span className={styles.pip}>{unread}</span>}
        </Link>
      ))}
    </nav>
  );
}
