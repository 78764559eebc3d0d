import type { LucideIcon } from 'lucide-react';
import {
  ClipboardList,
  Compass,
  HelpCircle,
  Map as MapIcon,
  MessageSquare,
  Rocket,
  ScrollText,
  Settings,
  Store,
} from 'lucide-react';
import type { KeyAction } from '../keyboard/key-bindings.ts';

export type ScreenId = 'cockpit' | 'map' | 'market' | 'jobs' | 'ship' | 'comms' | 'log' | 'settings' | 'help';

export interface Screen {
  readonly id: ScreenId;
  readonly icon: LucideIcon;
  readonly action: KeyAction | null;
  /** Its keys as printed. */
  readonly keys: string | null;
  /** At the end of the rail. */
  readonly isLast?: boolean;
}

/** The screens that exist, in the order of the rail. */
export const SCREENS: readonly Screen[] = [
  { id: 'cockpit', icon: Compass, action: 'go.cockpit', keys: 'g c' },
  { id: 'map', icon: MapIcon, action: 'go.map', keys: 'g m' },
  { id: 'market', icon: Store, action: 'go.market', keys: 'g k' },
  { id: 'jobs', icon: ClipboardList, action: 'go.jobs', keys: 'g q' },
  { id: 'ship', icon: Rocket, action: 'go.ship', keys: 'g s' },
  { id: 'comms', icon: MessageSquare, action: 'go.comms', keys: 'g y' },
  { id: 'log', icon: ScrollText, action: 'go.log', keys: 'g l' },
  { id: 'settings', icon: Settings, action: 'go.settings', keys: 'g ,', isLast: true },
  { id: 'help', icon: HelpCircle, action: 'go.help', keys: 'g h', isLast: true },
];

/** Where a screen is. The market is that of the station the ship is docked at, elsewhere the price book. */
export function pathOf(screen: ScreenId, stationId: string | null): string {
  switch (screen) {
    case 'cockpit':
      return '/game';
    case 'market':
      return stationId === null ? '/game/markets' : `/game/station/${stationId}`;
    case 'help':
      return '/help';
    case 'ship':
      return '/game/ships';
    case 'map':
    case 'jobs':
    case 'comms':
    case 'log':
    case 'settings':
      return `/game/${screen}`;
  }
}

/** First part of the address of a screen, where it is not the name of the screen. */
const SCREEN_OF_PART: Readonly<Record<string, ScreenId>> = {
  sector: 'map',
  markets: 'market',
  station: 'market',
  ships: 'ship',
};

/** The screen an address belongs to, for the mark in the rail; null for one that the rail does not name. */
export function screenAt(pathname: string): ScreenId | null {
  const [, root, part = ''] = pathname.split('/');
  if (root === 'help') return 'help';
  if (part === '') return 'cockpit';
  return SCREEN_OF_PART[part] ?? SCREENS.find(({ id }) => id === part)?.id ?? null;
}
