import { ServerCog } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const systemPage: ConsolePage = {
  path: '/system',
  detail: ':tab?',
  title: 'nav.system',
  group: 'system',
  scope: 'system.read',
  icon: ServerCog,
  load: async () => (await import('./SystemPage.tsx')).SystemPage,
};
