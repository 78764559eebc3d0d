import { Orbit } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const regionsPage: ConsolePage = {
  path: '/regions',
  detail: ':name?',
  title: 'nav.regions',
  group: 'world',
  scope: 'regions.manage',
  icon: Orbit,
  load: async () => (await import('./RegionsPage.tsx')).RegionsPage,
};
