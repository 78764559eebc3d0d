import { Activity } from 'lucide-react';
import type { ConsolePage } from '../../pages/console-page.ts';

export const operationsPage: ConsolePage = {
  path: '/',
  title: 'nav.operations',
  group: 'ops',
  scope: 'system.read',
  icon: Activity,
  load: async () => (await import('./StatusPage.tsx')).StatusPage,
};
