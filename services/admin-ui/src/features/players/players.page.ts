import { Users } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const playersPage: ConsolePage = {
  path: '/players',
  detail: ':id?',
  title: 'nav.players',
  group: 'play',
  scope: 'players.read',
  icon: Users,
  load: async () => (await import('./PlayersPage.tsx')).PlayersPage,
};
